/* SPDX-License-Identifier: Apache-2.0 */
/* Quantised ADD, SUB and MUL against the reference's formulas as they are written there, for all pairs of int8. */
#include <math.h>

#include "../mul/mul.h"
#include "sum.h"
#include "tests/math/check.h"

enum { ROUNDS = 60, PAIRS_S16 = 20000 };

/* A real number below 1 as multiplier and right shift. */
typedef struct scale {
  int32_t multiplier;
  int32_t right;
} scale;

static scale quantize(double real) {
  int exponent;
  double mantissa = frexp(real, &exponent);
  scale s = {(int32_t)round(mantissa * 2147483647.0), -exponent};
  return s;
}

static double random_real(uint64_t *state, double low, double high) {
  return low * pow(high / low, (double)(random_u64(state) >> 11) / 0x1p53);
}

static int32_t random_below(uint64_t *state, int32_t count) {
  return (int32_t)(random_u64(state) % (uint64_t)count);
}

/* SaturatingRoundingDoublingHighMul and RoundingDivideByPOT. */
static int64_t apply(scale s, int64_t x) {
  int64_t product = x * s.multiplier;
  int64_t high = (product + (product >= 0 ? 1 << 30 : 1 - (1 << 30))) / ((int64_t)1 << 31);
  int64_t magnitude = high < 0 ? -high : high, half = s.right > 0 ? (int64_t)1 << (s.right - 1) : 0;
  return (high < 0 ? -1 : 1) * ((magnitude + half) >> s.right);
}

static int32_t clamp(int64_t x, int32_t min, int32_t max) {
  return (int32_t)(x < min ? min : x > max ? max : x);
}

typedef struct sum_case {
  mote_sum_params p;
  scale narrow, y;
  int32_t sign, left;
} sum_case;

static sum_case random_sum(uint64_t *state, bool is_s16) {
  sum_case c = {.sign = random_below(state, 2) ? 1 : -1, .left = is_s16 ? 15 : 20};
  double ratio = random_below(state, 4) == 0 ? 0.5 : random_real(state, 1e-4, 0.49);
  c.narrow = quantize(ratio);
  c.y = quantize(random_real(state, ldexp(1e-3, -c.left), ldexp(100, -c.left)));
  if (ratio == 0.5) {
    c.narrow.multiplier = 1 << 30; /* as the reference has it */
  }
  c.p.shape.count = 0;
  c.p.shape.step[0] = 1;
  c.p.shape.step[1] = 1;
  c.p.wide = (int16_t)random_below(state, 2);
  c.p.narrow_multiplier = (ratio == 0.5 ? INT32_MAX : c.narrow.multiplier) * c.sign;
  c.p.narrow_halvings = (int8_t)(ratio == 0.5 ? 0 : c.narrow.right - 1);
  c.p.y_multiplier = c.y.multiplier * (c.p.wide == 1 ? c.sign : 1);
  c.p.y_halvings = (int8_t)(c.y.right - 1);
  if (!is_s16) {
    c.p.wide_zero_point = (int16_t)(random_below(state, 256) - 128);
    c.p.narrow_zero_point = (int16_t)(random_below(state, 256) - 128);
    c.p.y_zero_point = (int16_t)(random_below(state, 256) - 128);
  }
  const int32_t low = is_s16 ? INT16_MIN : INT8_MIN, high = is_s16 ? INT16_MAX : INT8_MAX;
  c.p.min = (int16_t)(random_below(state, 3) == 0 ? c.p.y_zero_point : low);
  c.p.max = (int16_t)(random_below(state, 3) == 0 ? high - 3 : high);
  return c;
}

/* a + b or a - b as in the reference. */
static int32_t expected_sum(const sum_case *c, int32_t a, int32_t b) {
  int32_t wide = (c->p.wide == 0 ? a : b) - c->p.wide_zero_point;
  int32_t narrow = (c->p.wide == 0 ? b : a) - c->p.narrow_zero_point;
  const scale half = {1 << 30, 0};
  int64_t scaled_wide = apply(half, wide * ((int64_t)1 << c->left)),
          scaled_narrow = apply(c->narrow, narrow * ((int64_t)1 << c->left));
  int64_t scaled_a = c->p.wide == 0 ? scaled_wide : scaled_narrow,
          scaled_b = c->p.wide == 0 ? scaled_narrow : scaled_wide;
  return clamp(apply(c->y, scaled_a + c->sign * scaled_b) + c->p.y_zero_point, c->p.min, c->p.max);
}

static void test_sum_s8(uint64_t *state) {
  sum_case c = random_sum(state, false);
  int8_t a[256], b[256], y[256];
  bool same = true;
  for (int32_t i = 0; i < 256; i++) {
    for (int32_t j = 0; j < 256; j++) {
      a[j] = (int8_t)(i - 128);
      b[j] = (int8_t)(j - 128);
    }
    mote_sum_s8_c(&c.p, 256, a, b, y);
    for (int32_t j = 0; j < 256; j++) {
      same = same && y[j] == expected_sum(&c, i - 128, j - 128);
    }
  }
  check(same, "int8 sums");
}

static void test_sum_s16(uint64_t *state) {
  sum_case c = random_sum(state, true);
  bool same = true;
  for (int32_t i = 0; i < PAIRS_S16; i++) {
    static const int16_t ends[] = {INT16_MIN, INT16_MIN + 1, -1, 0, 1, INT16_MAX};
    int16_t a = (int16_t)random_u64(state), b = (int16_t)random_u64(state), y;
    a = i % 3 == 0 ? ends[random_below(state, 6)] : a;
    b = i % 5 == 0 ? ends[random_below(state, 6)] : b;
    mote_sum_s16_c(&c.p, 1, &a, &b, &y);
    same = same && y == expected_sum(&c, a, b);
  }
  check(same, "int16 sums");
}

static void test_mul_s8(uint64_t *state) {
  mote_mul_params p = {.shape = {0, {1, 1, 0}, 0}};
  int exponent = random_below(state, 35) - 20;
  scale s = {(1 << 30) + random_below(state, 1 << 30), exponent < 0 ? -exponent : 0};
  int32_t left = exponent > 0 ? exponent : 0;
  p.multiplier = s.multiplier;
  p.shift = (int16_t)exponent;
  p.a_zero_point = (int16_t)(random_below(state, 256) - 128);
  p.b_zero_point = (int16_t)(random_below(state, 256) - 128);
  p.y_zero_point = (int16_t)(random_below(state, 256) - 128);
  p.min = (int16_t)(random_below(state, 2) ? INT8_MIN : p.y_zero_point);
  p.max = INT8_MAX;
  bool same = true;
  int8_t a[256], b[256], y[256];
  for (int32_t i = 0; i < 256; i++) {
    for (int32_t j = 0; j < 256; j++) {
      a[j] = (int8_t)(i - 128);
      b[j] = (int8_t)(j - 128);
    }
    mote_mul_s8_c(&p, 256, a, b, y);
    for (int32_t j = 0; j < 256; j++) {
      int64_t product = (int64_t)(a[j] - p.a_zero_point) * (b[j] - p.b_zero_point) * ((int64_t)1 << left);
      same = same && y[j] == clamp(apply(s, product) + p.y_zero_point, p.min, p.max);
    }
  }
  check(same, "int8 products");
}

int main(void) {
  uint64_t state = 1;
  for (int i = 0; i < ROUNDS; i++) {
    test_sum_s8(&state);
    test_sum_s16(&state);
    test_mul_s8(&state);
  }
  return check_summary();
}
