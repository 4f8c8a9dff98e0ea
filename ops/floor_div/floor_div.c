/* SPDX-License-Identifier: Apache-2.0 */
#include "floor_div.h"

#include "../common/math.h"

/*
 * The reference divides in double: a quotient just below a whole number may not be rounded up to it. The remainder tells
 * those apart; from 2^24 on there are fewer floats than whole numbers, and the quotient is the nearest.
 */
static inline float floor_div_f32(const mote_checked_params *p, float a, float b) {
  (void)p;
  float quotient = a / b, below = mote_floorf(quotient);
  if (below == quotient && mote_fabsf(quotient) < 16777216.0f && mote_fabsf(b) <= 3.40282347e+38f) {
    float rest = mote_fmodf(a, b), twice = 2 * mote_fabsf(rest);
    bool is_rounded_up = (rest < 0) != (b < 0) ? rest != 0 && twice < mote_fabsf(b) : twice > mote_fabsf(b);
    below -= is_rounded_up ? 1.0f : 0.0f;
  }
  return below;
}

static inline int32_t floor_div(int32_t a, int32_t b) {
  if (b == -1) { /* INT32_MIN / -1 wraps around */
    return (int32_t)(0 - (uint32_t)a);
  }
  return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

#define FLOOR_DIV_KERNEL(suffix, type)                                                  \
  static inline type floor_div_##suffix(const mote_checked_params *p, type a, type b) { \
    (void)p;                                                                            \
    return (type)floor_div(a, b);                                                       \
  }                                                                                     \
  MOTE_BINARY_KERNEL(mote_floor_div_##suffix##_c, mote_checked_params, type, type, type, floor_div_##suffix)

MOTE_BINARY_KERNEL(mote_floor_div_f32_c, mote_checked_params, float, float, float, floor_div_f32)
FLOOR_DIV_KERNEL(s8, int8_t)
FLOOR_DIV_KERNEL(s16, int16_t)
FLOOR_DIV_KERNEL(s32, int32_t)
