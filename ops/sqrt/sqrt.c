/* SPDX-License-Identifier: Apache-2.0 */
#include "sqrt.h"

#include "../common/math.h"
#include "../common/requant.h"

/* The steps are not negative, so that a limit above is enough before the conversion. */
static inline int32_t quantized_sqrt(const mote_sqrt_params *p, int32_t x, int32_t min, int32_t max) {
  float steps = mote_sqrtf(p->x_scale * (float)(x - p->x_zero_point)) / p->y_scale;
  int32_t limit = max - p->y_zero_point;
  return mote_clamp(steps < (float)limit ? (int32_t)steps : limit, min - p->y_zero_point, limit) + p->y_zero_point;
}

void mote_sqrt_s8_c(const mote_sqrt_params *p, int32_t count, const int8_t *x, int8_t *y) {
  for (int32_t i = 0; i < count; i++) {
    y[i] = (int8_t)quantized_sqrt(p, x[i], INT8_MIN, INT8_MAX);
  }
}

void mote_sqrt_s16_c(const mote_sqrt_params *p, int32_t count, const int16_t *x, int16_t *y) {
  for (int32_t i = 0; i < count; i++) {
    y[i] = (int16_t)quantized_sqrt(p, x[i], INT16_MIN, INT16_MAX);
  }
}

MOTE_UNARY_KERNEL(mote_sqrt_f32_c, float, float, mote_sqrtf)
