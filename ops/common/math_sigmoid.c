/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The functions of the form v / (1 + v): sigmoid with v = exp(x), tanh with v = expm1(2x) / 2, minus expm1(-x) with
 * v = expm1(x).
 */
#include "math.h"
#include "math_core.h"

/* 1 / d, d in Q31 from 1 to 2, the result in Q32. Newton's iteration from a line within 1/17: 2^-4, -8, -16, -32. */
static uint32_t reciprocal(uint32_t d) {
  uint32_t r = 0x69696969 - mote_mulhi(d, 0xf0f0f0f1); /* 24/17 - 8/17 d, modulo 1 */
  for (int i = 0; i < 3; i++) {
    uint32_t two_minus_product = 0 - mote_mulhi(d, r);
    r = mote_mulhi(r, two_minus_product) << 1;
  }
  return r;
}

float mote_math_ratio(uint32_t sign, int32_t exponent, uint32_t mantissa) {
  uint32_t denominator;
  int32_t denominator_exponent = 0;
  if (exponent < 0) {
    denominator = 0x80000000 + (exponent > -32 ? mantissa >> -exponent : 0);
  } else {
    denominator = (mantissa >> 1) + (exponent < 31 ? 0x40000000u >> exponent : 0);
    denominator_exponent = exponent + 1;
    if (denominator >> 31 == 0) {
      denominator <<= 1;
      denominator_exponent--;
    }
  }
  uint32_t ratio = mote_mulhi(mantissa, reciprocal(denominator)); /* 0.5 to 2 in Q31 */
  exponent -= denominator_exponent;
  if (ratio >> 31 == 0) {
    ratio <<= 1;
    exponent--;
  }
  return mote_math_pack(sign, exponent, ratio);
}

float mote_sigmoidf(float x) {
  uint32_t bits = mote_float_to_bits(x);
  uint32_t magnitude = bits & ~MOTE_FLOAT_SIGN;
  if (magnitude > MOTE_FLOAT_INFINITY) {
    return mote_bits_to_float(MOTE_FLOAT_NAN);
  }
  if (magnitude >= 0x42d00000) { /* 104 */
    return mote_bits_to_float((bits & MOTE_FLOAT_SIGN) != 0 ? 0 : MOTE_FLOAT_ONE);
  }
  int32_t exponent;
  uint32_t mantissa = mote_math_exp(bits, &exponent);
  return mote_math_ratio(0, exponent, mantissa);
}

float mote_tanhf(float x) {
  uint32_t bits = mote_float_to_bits(x);
  uint32_t magnitude = bits & ~MOTE_FLOAT_SIGN;
  uint32_t sign = bits & MOTE_FLOAT_SIGN;
  if (magnitude > MOTE_FLOAT_INFINITY) {
    return mote_bits_to_float(MOTE_FLOAT_NAN);
  }
  if (magnitude >= 0x41200000) { /* 10 */
    return mote_bits_to_float(sign | MOTE_FLOAT_ONE);
  }
  if (magnitude < 0x39000000) { /* 2^-13: the next term, x^3 / 3, is out of sight */
    return x;
  }
  int32_t exponent;
  uint32_t mantissa = mote_math_expm1(magnitude + 0x00800000, &exponent);
  return mote_math_ratio(sign, exponent - 1, mantissa);
}

float mote_expm1f(float x) {
  uint32_t bits = mote_float_to_bits(x);
  uint32_t magnitude = bits & ~MOTE_FLOAT_SIGN;
  uint32_t sign = bits & MOTE_FLOAT_SIGN;
  if (magnitude > MOTE_FLOAT_INFINITY) {
    return mote_bits_to_float(MOTE_FLOAT_NAN);
  }
  if (magnitude >= 0x42d00000) { /* 104 */
    return mote_bits_to_float(sign != 0 ? MOTE_FLOAT_SIGN | MOTE_FLOAT_ONE : MOTE_FLOAT_INFINITY);
  }
  if (magnitude < 0x32800000) { /* 2^-26: the next term, x^2 / 2, is out of sight */
    return x;
  }
  int32_t exponent;
  uint32_t mantissa = mote_math_expm1(magnitude, &exponent);
  if (sign != 0) {
    return mote_math_ratio(sign, exponent, mantissa);
  }
  return mote_math_pack(0, exponent, mantissa);
}
