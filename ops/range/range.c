/* SPDX-License-Identifier: Apache-2.0 */
#include "range.h"

mote_status mote_range_s32_c(const mote_range_params *p, int32_t start, int32_t limit, int32_t delta, int32_t *y) {
  int64_t distance = (int64_t)limit - start, step = delta;
  if (step < 0) {
    distance = -distance;
    step = -step;
  }
  if (distance > p->count * step || distance <= (p->count - 1) * step) {
    return MOTE_DATA;
  }
  for (int32_t i = 0; i < p->count; i++) {
    y[i] = (int32_t)((uint32_t)start + (uint32_t)i * (uint32_t)delta);
  }
  return MOTE_OK;
}

mote_status mote_range_f32_c(const mote_range_params *p, float start, float limit, float delta, float *y) {
  float steps = (limit - start) / delta;
  if (!(steps > (float)(p->count - 1) && steps <= (float)p->count)) { /* nor not a number */
    return MOTE_DATA;
  }
  for (int32_t i = 0; i < p->count; i++, start += delta) {
    y[i] = start;
  }
  return MOTE_OK;
}
