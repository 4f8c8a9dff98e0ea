/* SPDX-License-Identifier: Apache-2.0 */
#include "mul.h"

#include "../common/fixed_point.h"

/*
 * Products of int8 have 17 bits, which leaves room for both roundings without a case: twice the product is shifted left
 * and multiplied; of the result x, (2 x - (x < 0) + 2^right) >> (right + 1) is x / 2^right, halves away from zero.
 */
static inline int8_t mul_s8(const mote_mul_params *p, int8_t a, int8_t b) {
  const int32_t left = p->shift > 0 ? p->shift : 0, right = left - p->shift;
  int32_t twice_product = (a - p->a_zero_point) * (b - p->b_zero_point) * 2;
  int32_t x = mote_fixed_multiply_twice(twice_product * (1 << left), p->multiplier);
  int32_t scaled = (2 * x + (x >> 31) + (1 << right)) >> (right + 1);
  return (int8_t)mote_clamp(scaled + p->y_zero_point, p->min, p->max);
}

static inline int16_t mul_s16(const mote_mul_params *p, int16_t a, int16_t b) {
  return (int16_t)mote_clamp(mote_multiply(a * b, p->multiplier, p->shift), p->min, p->max);
}

static inline float mul_f32(const mote_binary_f32_params *p, float a, float b) {
  return mote_clampf(a * b, p->min, p->max);
}

static inline int32_t mul_s32(const mote_binary_s32_params *p, int32_t a, int32_t b) {
  return mote_clamp((int32_t)((uint32_t)a * (uint32_t)b), p->min, p->max);
}

static inline int64_t mul_s64(const mote_binary_s32_params *p, int64_t a, int64_t b) {
  return mote_clamp_s64((int64_t)((uint64_t)a * (uint64_t)b), p);
}

MOTE_BINARY_KERNEL(mote_mul_s8_c, mote_mul_params, int8_t, int8_t, mul_s8)
MOTE_BINARY_KERNEL(mote_mul_s16_c, mote_mul_params, int16_t, int16_t, mul_s16)
MOTE_BINARY_KERNEL(mote_mul_f32_c, mote_binary_f32_params, float, float, mul_f32)
MOTE_BINARY_KERNEL(mote_mul_s32_c, mote_binary_s32_params, int32_t, int32_t, mul_s32)
MOTE_BINARY_KERNEL(mote_mul_s64_c, mote_binary_s32_params, mote_int64, mote_int64, mul_s64)
