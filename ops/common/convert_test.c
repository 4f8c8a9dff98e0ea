/* SPDX-License-Identifier: Apache-2.0 */
/* Conversions on the bits against the C library's, over all half floats and many floats. */
#include "convert.h"

#include <math.h>

#include "tests/math/check.h"

enum { ROUNDS = 2000000 };

/* By its definition. */
static double half_value(uint32_t half) {
  double fraction = (double)(half & 0x3FF);
  int exponent = (int)(half >> 10 & 31);
  double value = exponent == 0 ? ldexp(fraction, -24) : ldexp(fraction + 1024, exponent - 25);
  if (exponent == 31) {
    value = fraction == 0 ? (double)INFINITY : (double)NAN;
  }
  return (half & 0x8000) != 0 ? -value : value;
}

static void test_halves(void) {
  bool wide = true, back = true;
  for (uint32_t half = 0; half < 0x10000; half++) {
    float x = mote_half_to_float((uint16_t)half);
    double expected = half_value(half);
    wide = wide && ((double)x == expected ? (signbit(x) != 0) == (half >> 15 != 0) : isnan(x) && isnan(expected));
    back = back && (isnan(x) ? (mote_float_to_half(x) & 0x7C00) == 0x7C00 : mote_float_to_half(x) == half);
  }
  check(wide, "half to float");
  check(back, "and back");
}

/* No half float is nearer; of two as near, it is the even one. */
static bool is_nearest(float x) {
  uint16_t half = mote_float_to_half(x);
  uint32_t magnitude = half & 0x7FFF;
  double value = fabs((double)x), here = half_value(magnitude);
  if (magnitude == 0x7C00) {
    return value >= 65520;
  }
  double below = magnitude > 0 ? half_value(magnitude - 1) : -1, above = half_value(magnitude + 1);
  above = magnitude == 0x7BFF ? 65536 : above;
  double to_below = value - below - (here - below) / 2, to_above = value - here - (above - here) / 2;
  bool even = (magnitude & 1) == 0;
  return (magnitude == 0 || to_below > 0 || (to_below == 0 && even)) && (to_above < 0 || (to_above == 0 && even));
}

static void test_floats(void) {
  uint64_t state = 1;
  bool nearest = true, rounded = true, cut = true;
  for (int i = 0; i < ROUNDS; i++) {
    float x = mote_bits_to_float((uint32_t)random_runs(&state));
    if (isnan(x)) {
      continue;
    }
    nearest = nearest && is_nearest(x);
    double round_x = round((double)x), trunc_x = trunc((double)x);
    round_x = fmin(fmax(round_x, -(double)INT32_MAX), INT32_MAX);
    rounded = rounded && (double)mote_float_round_to_s32(x) == round_x;
    int64_t expected = trunc_x >= 0x1p63 ? INT64_MAX : trunc_x < -0x1p63 ? INT64_MIN : (int64_t)trunc_x;
    cut = cut && mote_float_to_s64(x) == expected;
  }
  check(nearest, "float to half");
  check(rounded, "round to int32");
  check(cut, "cut to int64");
  check(mote_float_to_s64(NAN) == INT64_MAX, "not a number");
}

int main(void) {
  test_halves();
  test_floats();
  return check_summary();
}
