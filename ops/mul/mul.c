/* SPDX-License-Identifier: Apache-2.0 */
#include "mul.h"

#include "../common/fixed_point.h"
#include "../common/saturate.h"

/* The params as the loop wants them. */
typedef struct mul_constants {
  int32_t a_zero_point, b_zero_point;
  int32_t left, multiplier, right;
  int32_t y_constant; /* the zero point, shifted, and what rounds */
} mul_constants;

static inline mul_constants prepare(const mote_mul_params *p) {
  mul_constants c;
  int32_t left = p->shift > 0 ? p->shift : 0;
  c.a_zero_point = p->a_zero_point;
  c.b_zero_point = p->b_zero_point;
  c.left = left + 1;
  c.multiplier = p->multiplier;
  c.right = left - p->shift + 1;
  c.y_constant = p->y_zero_point * (1 << c.right) + (1 << (c.right - 1));
  return c;
}

/*
 * Products of int8 have 17 bits, which leaves room for both roundings without a case: twice the product is shifted left
 * and multiplied; of the result x, (2 x - (x < 0) + 2^right) >> (right + 1) is x / 2^right, halves away from zero.
 */
static inline int8_t mul_s8(const mul_constants *c, int8_t a, int8_t b) {
  int32_t product = (a - c->a_zero_point) * (b - c->b_zero_point);
  int32_t x = mote_fixed_multiply_twice(product * (1 << c->left), c->multiplier);
  return mote_saturate_s8((2 * x + (x >> 31) + c->y_constant) >> c->right);
}

void mote_mul_s8_c(const mote_mul_params *p, int32_t count, const int8_t *a, const int8_t *b, int8_t *y) {
  const mul_constants context = prepare(p);
  MOTE_BINARY_LOOP(p->shape, count, a, b, y, mul_s8, &context);
  mote_activate_s8(count, p->min, p->max, y);
}

static inline int16_t mul_s16(const mote_mul_params *p, int16_t a, int16_t b) {
  return mote_saturate_s16(mote_multiply(a * b, p->multiplier, p->shift));
}

void mote_mul_s16_c(const mote_mul_params *p, int32_t count, const int16_t *a, const int16_t *b, int16_t *y) {
  const mote_mul_params context = *p;
  MOTE_BINARY_LOOP(p->shape, count, a, b, y, mul_s16, &context);
  mote_activate_s16(count, p->min, p->max, y);
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

MOTE_BINARY_KERNEL(mote_mul_f32_c, mote_binary_f32_params, float, float, float, mul_f32)
MOTE_BINARY_KERNEL(mote_mul_s32_c, mote_binary_s32_params, int32_t, int32_t, int32_t, mul_s32)
MOTE_BINARY_KERNEL(mote_mul_s64_c, mote_binary_s32_params, mote_int64, mote_int64, mote_int64, mul_s64)
