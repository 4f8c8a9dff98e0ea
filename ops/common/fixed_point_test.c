/* SPDX-License-Identifier: Apache-2.0 */
/* The fixed-point functions against those of the C library in double. Their last bits are gemmlowp's: the conformance
 * cases of SOFTMAX, LOGISTIC, TANH, LOG_SOFTMAX, RSQRT and DIV tell those. */
#include "fixed_point.h"

#include <math.h>

#include "tests/math/check.h"

enum { ROUNDS = 200000 };

static double to_double(int32_t x, int fraction_bits) {
  return ldexp((double)x, -fraction_bits);
}

static int32_t random_positive(uint64_t *state) {
  return (int32_t)(random_runs(state) >> 33 >> random_u64(state) % 31);
}

static double max_of(double a, double b) {
  return a > b ? a : b;
}

static void test_functions(void) {
  uint64_t state = 1;
  double exp_error = 0, tanh_error = 0, logistic_error = 0, reciprocal_error = 0, root_error = 0, log_error = 0;
  bool mirrored = true;
  for (int i = 0; i < ROUNDS; i++) {
    int32_t x = random_positive(&state), exponent, shift;
    exp_error = max_of(exp_error, fabs(to_double(mote_fixed_exp(-x, 5), 31) - exp(-to_double(x, 26))));
    exp_error = max_of(exp_error, fabs(to_double(mote_fixed_exp(-x, 4), 31) - exp(-to_double(x, 27))));
    tanh_error = max_of(tanh_error, fabs(to_double(mote_fixed_tanh(x), 31) - tanh(to_double(x, 27))));
    logistic_error =
        max_of(logistic_error, fabs(to_double(mote_fixed_logistic(x), 31) - 1 / (1 + exp(-to_double(x, 27)))));
    mirrored = mirrored && mote_fixed_tanh(-x) == -mote_fixed_tanh(x);
    mirrored = mirrored && (x == 0 || mote_fixed_logistic(-x) == MOTE_Q0_ONE - mote_fixed_logistic(x));
    x = x == 0 ? 1 : x;
    double mantissa = to_double(mote_fixed_reciprocal(x, 12, &exponent), 31);
    reciprocal_error = max_of(reciprocal_error, fabs(ldexp(mantissa, -exponent) * to_double(x, 19) - 1));
    double root = to_double(mote_fixed_inverse_sqrt(x, &shift), 31);
    root_error = max_of(root_error, fabs(ldexp(root, shift) * sqrt(x) - 1));
    x |= 1 << 19;
    log_error = max_of(log_error, fabs(to_double(mote_fixed_log(x), 26) - log(to_double(x, 19))));
  }
  printf("errors: exp %.2g, tanh %.2g, logistic %.2g, 1/x %.2g (relative), 1/sqrt(x) %.2g (relative), log %.2g\n",
         exp_error, tanh_error, logistic_error, reciprocal_error, root_error, log_error);
  check(exp_error < 1e-6, "exp");
  check(tanh_error < 1e-6, "tanh");
  check(logistic_error < 1e-6, "logistic");
  check(reciprocal_error < 1e-6, "reciprocal");
  check(root_error < 1e-3, "inverse square root");
  check(log_error < 1e-6, "log");
  check(mirrored, "tanh and logistic are mirrored at 0");
}

static void test_ends(void) {
  int32_t shift;
  check(mote_fixed_exp(0, 5) == MOTE_Q0_ONE, "exp(0) is 1");
  check(mote_fixed_exp(INT32_MIN, 5) == 0, "exp of the lowest number is 0");
  check(mote_fixed_tanh(0) == 0, "tanh(0) is 0");
  check(mote_fixed_tanh(INT32_MAX) == MOTE_Q0_ONE, "tanh of the largest number is 1");
  check(mote_fixed_logistic(0) == 1 << 30, "logistic(0) is 1/2");
  check(mote_fixed_reciprocal_of_one_plus(0) == MOTE_Q0_ONE, "1 / (1 + 0) is 1");
  check(mote_fixed_log(1 << 19) == 0, "log(1) is 0");
  check(mote_fixed_inverse_sqrt(0, &shift) == INT32_MAX && shift == 0, "1 / sqrt(0) is that of 1");
}

/* mote_fixed_halve() and mote_fixed_multiply_twice() are shorter forms of what requant.h has. */
static void test_shorter_forms(void) {
  uint64_t state = 2;
  bool same = true;
  for (int i = 0; i < ROUNDS; i++) {
    int32_t x = random_positive(&state) * (random_u64(&state) % 2 ? 1 : -1), m = random_positive(&state);
    int32_t halvings = (int32_t)(random_u64(&state) % 30);
    same = same && mote_fixed_halve(x / 2, halvings) == mote_rounding_shift(x / 2, halvings + 1);
    same = same && mote_fixed_multiply_twice(x / 2 * 2, m) == mote_high_multiply(x / 2, m);
    same = same && mote_fixed_multiply(x, m) == mote_high_multiply(x, m);
  }
  check(same, "shorter forms");
}

int main(void) {
  test_functions();
  test_ends();
  test_shorter_forms();
  return check_summary();
}
