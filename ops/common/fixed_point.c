/* SPDX-License-Identifier: Apache-2.0 */
#include "fixed_point.h"

static int32_t shift_left(int32_t x, int32_t bits) {
  return (int32_t)((uint32_t)x << bits);
}

static int32_t shift_left_saturating(int32_t x, int32_t bits) {
  const int32_t limit = INT32_MAX >> bits;
  return x > limit ? INT32_MAX : x < -limit ? INT32_MIN : shift_left(x, bits);
}

/* x * y for |x| < 1/2, all in Q0 */
static int32_t multiply_small(int32_t x, int32_t y) {
  return mote_fixed_multiply_twice(2 * x, y);
}

/* exp(x - 1/8) for -1/8 <= x < 1/8, all in Q0: the Taylor series of exp around -1/8, to the fourth power. */
static int32_t exp_of_small(int32_t x) {
  const int32_t exp_of_minus_one_eighth = 1895147668, third = 715827883;
  int32_t square = multiply_small(x, x);
  int32_t cube = multiply_small(square, x);
  int32_t fourth_over_4 = (multiply_small(square, square) + 2) >> 2;
  int32_t higher =
      multiply_small(fourth_over_4 + cube, third) + square; /* twice the terms from x^2 / 2 on, not negative */
  return exp_of_minus_one_eighth + multiply_small(x + ((higher + 1) >> 1), exp_of_minus_one_eighth);
}

int32_t mote_fixed_exp(int32_t x, int32_t integer_bits) {
  /* exp(-2^n), n from -2 to 4, in Q0, twice */
  static const uint32_t powers[] = {3344923894, 2605029348, 1580030168, 581260616, 78665070, 1440802, 484};
  if (x == 0) {
    return MOTE_Q0_ONE;
  }
  const int32_t quarter_bit = 29 - integer_bits, quarter = 1 << quarter_bit;
  int32_t fraction = (x & (quarter - 1)) - quarter; /* -1/4 <= fraction < 0; the rest are whole quarters */
  uint32_t quarters = ((uint32_t)fraction - (uint32_t)x) >> quarter_bit;
  uint32_t result = (uint32_t)exp_of_small(shift_left(fraction, integer_bits) + (1 << 28));
  for (const uint32_t *power = powers; quarters != 0; power++, quarters >>= 1) {
    if ((quarters & 1) != 0) {
      result = (uint32_t)(((uint64_t)result * *power + ((uint64_t)1 << 31)) >> 32);
    }
  }
  return (int32_t)result;
}

/* 2 / (1 + x) in Q2 for 0 <= x in Q0: three Newton-Raphson steps from 48/17 - 32/17 d, d being (1 + x) / 2. */
static int32_t twice_reciprocal_of_one_plus(int32_t x) {
  const int32_t one = 1 << 29, start = 1515870810, slope = -1010580540;
  int32_t d = (x >> 1) + (1 << 30);
  int32_t y = start + mote_fixed_multiply_twice(2 * slope, d);
  for (int i = 0; i < 3; i++) {
    int32_t error = one - mote_fixed_multiply_twice(2 * y, d);
    y += shift_left(mote_fixed_multiply_twice(2 * y, error), 2);
  }
  return y;
}

int32_t mote_fixed_reciprocal_of_one_plus(int32_t x) {
  return shift_left_saturating(twice_reciprocal_of_one_plus(x), 1);
}

int32_t mote_fixed_tanh(int32_t x) {
  if (x == 0) {
    return 0;
  }
  /* (1 - e) / (1 + e) = 2 / (1 + e) - 1, with e = exp(-2 |x|): x in Q4 is 2 x in Q5 */
  int32_t e = mote_fixed_exp(x < 0 ? x : -x, 5);
  int32_t y = shift_left_saturating(twice_reciprocal_of_one_plus(e) - (1 << 29), 2);
  return x < 0 ? -y : y;
}

int32_t mote_fixed_logistic(int32_t x) {
  if (x == 0) {
    return 1 << 30;
  }
  int32_t y = mote_fixed_reciprocal_of_one_plus(mote_fixed_exp(x < 0 ? x : -x, 4));
  return x < 0 ? MOTE_Q0_ONE - y : y;
}

int32_t mote_fixed_reciprocal(int32_t x, int32_t integer_bits, int32_t *exponent) {
  int32_t zeros = __builtin_clz((uint32_t)x);
  *exponent = integer_bits - zeros;
  return mote_fixed_reciprocal_of_one_plus((int32_t)(((uint32_t)x << zeros) - ((uint32_t)1 << 31)));
}

int32_t mote_fixed_inverse_sqrt(int32_t x, int32_t *shift) {
  const int32_t one = 1 << 28, three_halves = one + one / 2, sqrt_half = 1518500250; /* the first two in Q3 */
  int32_t right = 11;
  if (x <= 1) {
    *shift = 0;
    return INT32_MAX;
  }
  while (x >= 1 << 29) {
    x /= 4;
    right++;
  }
  while (x < 1 << 27) {
    x *= 4;
    right--;
  }
  const int32_t half_x = mote_rounding_shift(x >> 1, 1);
  int32_t y = one;
  for (int i = 0; i < 5; i++) { /* y (3 - x y^2) / 2 */
    int32_t cube = shift_left(mote_fixed_multiply(mote_fixed_multiply(y, y), y), 6);
    y = shift_left(mote_fixed_multiply(three_halves, y) - mote_fixed_multiply(half_x, cube), 3);
  }
  y = mote_fixed_multiply(y, sqrt_half);
  if (right < 0) {
    y = shift_left(y, -right);
    right = 0;
  }
  *shift = -right;
  return y;
}

/* log2 of the power of two by which x was shifted, for an estimate from `headroom` bits of it, in Q6 */
static int32_t whole_log2(int32_t headroom) {
  return shift_left(12 - headroom, 25);
}

int32_t mote_fixed_log(int32_t x) {
  const int32_t log_2 = 1488522236, root_half = 1518500250, fourth_root_half = 1805811301, quarter = 1 << 23;
  const int32_t alpha_n = 117049297, alpha_d = 127690142, alpha_i = 1057819769, alpha_f = 638450708;
  /* x = 2^k r with r around the fourth root of 1/2: from x shifted up whole, or from half a step less */
  int32_t up = __builtin_clz((uint32_t)x) - 1;
  int32_t r = shift_left_saturating(mote_fixed_multiply(shift_left(x, up), root_half), 1);
  int32_t k = whole_log2(up + 1) + quarter;
  up = __builtin_clz((uint32_t)mote_fixed_multiply(x, root_half)) - 1;
  int32_t other_r = shift_left_saturating(x, up);
  int32_t other_k = whole_log2(up) - quarter;
  r = other_r < r ? other_r : r;
  k = other_k > k ? other_k : k;
  /* log(r) by a rational function of the distance from there */
  int32_t p = (int32_t)(((uint32_t)r + (uint32_t)fourth_root_half + 1) >> 1);
  int32_t q = (r - fourth_root_half) * 2;
  int32_t square = mote_fixed_multiply(q, q);
  int32_t numerator = mote_fixed_multiply(q, r) + mote_fixed_multiply(mote_fixed_multiply(q, square), alpha_n);
  int32_t denominator_minus_one =
      mote_fixed_multiply(p, alpha_i + q + mote_fixed_multiply(alpha_d, square)) + mote_fixed_multiply(alpha_f, q);
  int32_t log_r =
      mote_fixed_multiply(mote_rounding_shift(numerator, 6), mote_fixed_reciprocal_of_one_plus(denominator_minus_one));
  return shift_left_saturating(mote_fixed_multiply(k, log_2) + log_r, 1);
}
