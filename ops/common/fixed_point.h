/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Functions of 32-bit fixed-point numbers with the bits of gemmlowp's (fixedpoint/fixedpoint.h), on which TFLite's
 * integer kernels rest. "Qm" is a number with a sign, m bits before the point and 31 - m after it; Q0 goes from -1 to
 * 1 - 2^-31, which stands for 1.
 */
#ifndef MOTE_OPS_COMMON_FIXED_POINT_H
#define MOTE_OPS_COMMON_FIXED_POINT_H

#include "requant.h"

#define MOTE_Q0_ONE INT32_MAX

/* x * y / 2^31 to the nearest, halves up; not for -1 * -1. The product of Qa and Qb is Q(a + b). */
static inline int32_t mote_fixed_multiply(int32_t x, int32_t y) {
  return (int32_t)(((int64_t)x * y + ((int64_t)1 << 30)) >> 31);
}

/* The same for x given as 2 x, which lets the rounding ride on the multiplication. */
static inline int32_t mote_fixed_multiply_twice(int32_t twice_x, int32_t y) {
  return (int32_t)(((int64_t)twice_x * y + ((int64_t)1 << 31)) >> 32);
}

/* x / 2^(halvings + 1) to the nearest, halves away from zero: mote_rounding_shift() without its case for 0. |x| is
 * less than 2^31 - 1. */
static inline int32_t mote_fixed_halve(int32_t x, int32_t halvings) {
  return (((x + (x >> 31)) >> halvings) + 1) >> 1;
}

/* exp(x) in Q0 for x <= 0 in Q4 or Q5 (`integer_bits`). */
int32_t mote_fixed_exp(int32_t x, int32_t integer_bits);

/* tanh(x) and 1 / (1 + exp(-x)) in Q0 for x in Q4. */
int32_t mote_fixed_tanh(int32_t x);
int32_t mote_fixed_logistic(int32_t x);

/* 1 / (1 + x) in Q0 for 0 <= x in Q0. */
int32_t mote_fixed_reciprocal_of_one_plus(int32_t x);

/*
 * 1 / x as mantissa (Q0, the result) * 2^-exponent, for x > 0 with `integer_bits` before the point: `*exponent` is how
 * many of those x needs.
 */
int32_t mote_fixed_reciprocal(int32_t x, int32_t integer_bits, int32_t *exponent);

/* 1 / sqrt(x) = multiplier * 2^(shift - 31), of an integer x >= 0 (0 counts as 1). */
int32_t mote_fixed_inverse_sqrt(int32_t x, int32_t *shift);

/* log(x) in Q5 for x >= 1 in Q12. */
int32_t mote_fixed_log(int32_t x);

#endif
