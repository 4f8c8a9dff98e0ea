/* SPDX-License-Identifier: Apache-2.0 */
#include "channels.h"
#include "saturate.h"

void mote_channels_finish_s8(const mote_channels *c, mote_rows which, const int32_t *sums, int8_t *y) {
  const int32_t *bias = (const int32_t *)c->bias + which.first * c->bias_step;
  const int32_t *multipliers = c->multipliers + which.first * c->scale_step;
  const int8_t *shifts = c->shifts + which.first * c->scale_step;
  const int32_t y_offset = c->q.y_offset, count = which.end - which.first;
  y += which.first;
  for (int32_t i = 0; i < count; i++) {
    int32_t sum = (int32_t)((uint32_t)sums[i] + (uint32_t)bias[i]);
    int32_t scaled = mote_saturate_s16(mote_multiply(sum, multipliers[i], shifts[i])); /* so that the offset fits in */
    y[i] = mote_saturate_s8(scaled + y_offset);
  }
  mote_activate_s8(count, c->q.min, c->q.max, y);
}
