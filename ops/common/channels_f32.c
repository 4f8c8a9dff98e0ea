/* SPDX-License-Identifier: Apache-2.0 */
#include "channels.h"

void mote_channels_finish_f32(const mote_channels *c, mote_rows which, const float *sums, float *y) {
  const float *bias = (const float *)c->bias + which.first * c->bias_step;
  const float min = c->min, max = c->max;
  y += which.first;
  for (int32_t i = 0; i < which.end - which.first; i++) {
    float sum = sums[i] + bias[i];
    y[i] = sum < min ? min : sum > max ? max : sum;
  }
}
