/* SPDX-License-Identifier: Apache-2.0 */
#include "floor_div.h"

#include "../common/math.h"

/* The reference divides in double: a quotient just below a whole number may not round up to it. What the remainder
 * leaves is a multiple of b, so that the quotient is a whole number, but for its own rounding. */
static inline float floor_div_f32(const mote_checked_params *p, float a, float b) {
  (void)p;
  float rest = mote_fmodf(a, b);
  float quotient = (a - rest) / b;
  if (!(mote_fabsf(a) <= 3.40282347e+38f && mote_fabsf(b) <= 3.40282347e+38f)) {
    return mote_floorf(a / b);
  }
  if (rest != 0 && (rest < 0) != (b < 0)) {
    quotient -= 1;
  }
  return mote_rintf(quotient);
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
