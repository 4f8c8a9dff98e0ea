/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers with the precision of an IEEE-754 double, computed with integers.
 *
 * TFLite derives its integer multipliers from the tensors' float scales in double precision. mote_real gives the same
 * bits without floating-point hardware and without the compiler's soft double: 53 bits, every operation rounded once to
 * nearest, ties to even. Unlike a double, a mote_real has no subnormals, infinities or NaNs: its exponent does not end.
 * (Where a double would overflow or underflow the results differ; a few products and quotients of floats never do.)
 *
 * Operands may be the result: mote_real_mul(&x, &x, &y).
 */
#ifndef MOTE_RUNTIME_REAL_H
#define MOTE_RUNTIME_REAL_H

#include <stdbool.h>
#include <stdint.h>

/* The value is mantissa * 2^exponent, negated if `negative`. The mantissa is 0 or in [2^52, 2^53); of zero the exponent
 * means nothing. To multiply by a power of two, add to the exponent. */
typedef struct mote_real {
  uint64_t mantissa;
  int32_t exponent;
  bool negative;
} mote_real;

/* `float_bits`: the bits of a float, subnormals included. The caller has refused infinities and NaNs; here they read as
 * ordinary numbers of 2^128 and more. */
void mote_real_from_float(mote_real *r, uint32_t float_bits);
void mote_real_from_int(mote_real *r, int64_t value);

void mote_real_add(mote_real *r, const mote_real *a, const mote_real *b);
void mote_real_sub(mote_real *r, const mote_real *a, const mote_real *b);
void mote_real_mul(mote_real *r, const mote_real *a, const mote_real *b);
/* a / 0 is a number beyond the range of all others: it fails mote_real_quantize and becomes an infinite float. */
void mote_real_div(mote_real *r, const mote_real *a, const mote_real *b);
/* The largest whole number that is not above `a`. */
void mote_real_floor(mote_real *r, const mote_real *a);

/* -1, 0 or 1: a < b, a == b, a > b. */
int mote_real_compare(const mote_real *a, const mote_real *b);

/* The bits of the nearest float, ties to even, as the C conversion from double gives it: subnormals, infinities too. */
uint32_t mote_real_to_float(const mote_real *r);
/* Rounds to the precision and range of a float. After any one operation on two floats this gives exactly what the same
 * operation in float arithmetic would: the 53 bits in between do no harm. An infinite float becomes 2^128. */
void mote_real_round_to_float(mote_real *r);
/* To the nearest integer, halves away from zero (`TfLiteRound`); toward zero (a C cast). Saturates. */
int32_t mote_real_round(const mote_real *r);
int32_t mote_real_truncate(const mote_real *r);

/*
 * TFLite's QuantizeMultiplier: r = multiplier * 2^(shift - 31), |multiplier| in [2^30, 2^31), halves away from zero;
 * below 2^-32 both are 0. Fails, with the largest multiplier and shift, when the shift would exceed the 30 that
 * TFLite's MultiplyByQuantizedMultiplier can do.
 */
bool mote_real_quantize(const mote_real *r, int32_t *multiplier, int *shift);

/*
 * TFLite's CheckedLog2: log2(x) of a positive normal float, rounded to the nearest integer; true if it is within 0.001
 * of that, that is if x is about a power of two. (TFLite computes in float: its limits are a few float steps away.)
 */
bool mote_checked_log2(uint32_t float_bits, int *log2);

#endif
