/* SPDX-License-Identifier: Apache-2.0 */
#include "squared_difference.h"

/* The difference has 16 bits and a sign, its square no more than 31. */
static inline int32_t square_of_difference(const mote_squared_difference_params *p, int32_t a, int32_t b) {
  int32_t left_a = (a - p->a_zero_point) * (1 << p->left), left_b = (b - p->b_zero_point) * (1 << p->left);
  int32_t difference =
      mote_multiply(left_a, p->a_multiplier, p->a_shift) - mote_multiply(left_b, p->b_multiplier, p->b_shift);
  return mote_multiply(difference * difference, p->y_multiplier, p->y_shift);
}

static inline int8_t squared_difference_s8(const mote_squared_difference_params *p, int8_t a, int8_t b) {
  int32_t y = square_of_difference(p, a, b);
  return (int8_t)(mote_clamp(y, INT8_MIN - p->y_zero_point, INT8_MAX - p->y_zero_point) + p->y_zero_point);
}

static inline int16_t squared_difference_s16(const mote_squared_difference_params *p, int16_t a, int16_t b) {
  return mote_saturate_s16(square_of_difference(p, a, b));
}

static inline float squared_difference_f32(const mote_binary_params *p, float a, float b) {
  (void)p;
  return (a - b) * (a - b);
}

static inline int32_t squared_difference_s32(const mote_binary_params *p, int32_t a, int32_t b) {
  (void)p;
  uint32_t difference = (uint32_t)a - (uint32_t)b;
  return (int32_t)(difference * difference);
}

MOTE_BINARY_KERNEL(mote_squared_difference_s8_c, mote_squared_difference_params, int8_t, int8_t, int8_t,
                   squared_difference_s8)
MOTE_BINARY_KERNEL(mote_squared_difference_s16_c, mote_squared_difference_params, int16_t, int16_t, int16_t,
                   squared_difference_s16)
MOTE_BINARY_KERNEL(mote_squared_difference_f32_c, mote_binary_params, float, float, float, squared_difference_f32)
MOTE_BINARY_KERNEL(mote_squared_difference_s32_c, mote_binary_params, int32_t, int32_t, int32_t, squared_difference_s32)
