/* SPDX-License-Identifier: Apache-2.0 */
/* Quantising at run time against the same in double, as TFLite computes it; and that no float does harm. */
#include "hybrid.h"

#include <math.h>

#include "tests/math/check.h"
#include "tests/support/kernel_case.h"

enum { MAX_COUNT = 300 };

static double clamp_round(double value, double min) {
  return fmin(127.0, fmax(min, round(value)));
}

static void expect(const float *x, int count, bool is_asymmetric, double *scale, double *zero_point) {
  double low = 0, high = 0;
  for (int i = 0; i < count; i++) {
    low = fmin(low, x[i]);
    high = fmax(high, x[i]);
  }
  *scale = is_asymmetric ? (high - low) / 255 : fmax(high, -low) / 127;
  *scale = *scale == 0 ? 1 : *scale;
  *zero_point = is_asymmetric && high > low ? clamp_round(-128 - low / *scale, -128) : 0;
}

static void test_random_values(uint64_t seed) {
  float x[MAX_COUNT];
  int8_t y[MAX_COUNT];
  const int count = test_random(&seed, 1, MAX_COUNT), sign = test_random(&seed, -1, 1);
  const float size = ldexpf(1.0f, test_random(&seed, -60, 60));
  for (int i = 0; i < count; i++) {
    x[i] = size * (sign == 0 ? test_float(&seed) : (float)sign * fabsf(test_float(&seed)));
  }
  for (int is_asymmetric = 0; is_asymmetric < 2; is_asymmetric++) {
    double scale, zero_point, worst = 0;
    expect(x, count, is_asymmetric, &scale, &zero_point);
    mote_hybrid_scale s = is_asymmetric ? mote_quantize_asymmetric(x, count, y) : mote_quantize_symmetric(x, count, y);
    check(fabs(s.scale - scale) <= 2e-7 * scale, "scale");
    check(fabs(s.zero_point - zero_point) <= 1, "zero point");
    for (int i = 0; i < count; i++) {
      worst = fmax(worst, fabs(y[i] - clamp_round(s.zero_point + x[i] / scale, is_asymmetric ? -128 : -127)));
    }
    check(worst <= 1, "values");
  }
}

static void test_edges(void) {
  static const float zeros[3] = {0.0f, -0.0f, 0.0f};
  const float wild[6] = {NAN, INFINITY, -INFINITY, 1.0f, -1e-45f, 3e38f};
  int8_t y[6];
  mote_hybrid_scale s = mote_quantize_symmetric(zeros, 3, y);
  check(s.scale == 1.0f && s.zero_point == 0 && y[0] == 0 && y[1] == 0, "zeros, symmetric");
  s = mote_quantize_asymmetric(zeros, 3, y);
  check(s.scale == 1.0f && s.zero_point == 0 && y[0] == 0 && y[1] == 0, "zeros, asymmetric");
  s = mote_quantize_symmetric(wild, 6, y);
  check(s.zero_point == 0, "wild, symmetric");
  s = mote_quantize_asymmetric(wild, 6, y);
  check(s.zero_point >= -128 && s.zero_point <= 127, "wild, asymmetric");
}

int main(void) {
  test_edges();
  for (uint64_t seed = 1; seed <= 500; seed++) {
    test_random_values(seed);
  }
  return check_summary();
}
