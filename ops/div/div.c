/* SPDX-License-Identifier: Apache-2.0 */
#include "div.h"

#include "../common/fixed_point.h"

/* By how many bits x can be shifted up. */
static inline int32_t headroom(int32_t x) {
  uint32_t magnitude = (uint32_t)(x ^ (x >> 31));
  return magnitude == 0 ? 31 : __builtin_clz(magnitude) - 1;
}

/* a * (1 / b), both shifted up as far as they go; then everything else in one step. */
static inline int8_t div_s8(const mote_div_params *p, int8_t a, int8_t b) {
  int32_t dividend = a - p->a_zero_point, divisor = b - p->b_zero_point;
  if (divisor < 0) {
    dividend = -dividend;
    divisor = -divisor;
  }
  int32_t exponent, up = headroom(dividend);
  int32_t reciprocal = mote_fixed_reciprocal(divisor, 31, &exponent);
  int32_t quotient = mote_fixed_multiply((int32_t)((uint32_t)dividend << up), reciprocal);
  int32_t right = exponent + up - p->shift; /* less than 0 only where the output's range ends anyway */
  int32_t y = quotient == 0;                /* with more than 31 bits to shift, the reference's rounding makes 1 of 0 */
  if (right <= 31) {
    y = mote_rounding_shift(mote_high_multiply(quotient, p->multiplier), right > 0 ? right : 0);
  }
  return (int8_t)(mote_clamp(y, p->min - p->y_zero_point, p->max - p->y_zero_point) + p->y_zero_point);
}

static inline int32_t div_s32(const mote_div_s32_params *p, int32_t a, int32_t b) {
  int32_t y = b == -1 ? (int32_t)(0 - (uint32_t)a) : a / b; /* INT32_MIN / -1 wraps around */
  return mote_clamp(y, p->min, p->max);
}

static inline float div_f32(const mote_binary_f32_params *p, float a, float b) {
  return mote_clampf(a / b, p->min, p->max);
}

MOTE_BINARY_KERNEL(mote_div_s8_c, mote_div_params, int8_t, int8_t, int8_t, div_s8)
MOTE_BINARY_KERNEL(mote_div_s32_c, mote_div_s32_params, int32_t, int32_t, int32_t, div_s32)
MOTE_BINARY_KERNEL(mote_div_f32_c, mote_binary_f32_params, float, float, float, div_f32)
