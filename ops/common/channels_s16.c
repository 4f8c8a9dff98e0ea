/* SPDX-License-Identifier: Apache-2.0 */
#include "channels.h"
#include "load.h"

void mote_channels_finish_s16(const mote_channels *c, mote_rows which, const int64_t *sums, int16_t *y) {
  const int32_t *bias = (const int32_t *)c->bias + 2 * which.first * c->bias_step;
  const int32_t *multipliers = c->multipliers + which.first * c->scale_step;
  const int8_t *shifts = c->shifts + which.first * c->scale_step;
  y += which.first;
  for (int32_t i = 0; i < which.end - which.first; i++) {
    uint64_t sum = (uint64_t)sums[i] + (uint64_t)mote_load64(bias + 2 * i);
    y[i] = (int16_t)mote_requantize_wide(&c->q, (int64_t)sum, multipliers[i], shifts[i]);
  }
}
