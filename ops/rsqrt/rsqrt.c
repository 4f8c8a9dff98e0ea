/* SPDX-License-Identifier: Apache-2.0 */
#include "rsqrt.h"

#include "../common/fixed_point.h"
#include "../common/math.h"

enum { FRACTION_BITS = 20 };

static int8_t rsqrt_s8(const mote_rsqrt_params *p, int32_t difference) {
  if (difference <= 0) {
    return INT8_MAX;
  }
  int32_t shift, inverse = mote_fixed_inverse_sqrt(difference, &shift);
  int32_t value = mote_multiply(1, inverse, shift + FRACTION_BITS);
  int32_t y = mote_multiply(value, p->multiplier, p->shift - FRACTION_BITS);
  return (int8_t)(mote_clamp(y, INT8_MIN - p->y_zero_point, INT8_MAX - p->y_zero_point) + p->y_zero_point);
}

void mote_rsqrt_s8_c(const mote_rsqrt_params *p, int32_t count, const int8_t *x, int8_t *y) {
  for (int32_t i = 0; i < count; i++) {
    y[i] = rsqrt_s8(p, x[i] - p->x_zero_point);
  }
}

MOTE_UNARY_KERNEL(mote_rsqrt_f32_c, float, float, mote_rsqrtf)
