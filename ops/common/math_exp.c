/* SPDX-License-Identifier: Apache-2.0 */
#include "math.h"
#include "math_core.h"

uint32_t mote_math_exp2_slope(uint32_t f) {
  /* Minimax over 0 to 1 within 2^-31.8. As all terms are positive, nothing cancels. */
  uint32_t half = f >> 1;
  uint32_t p = 5708621;
  p = 20063904 + mote_mulhi(p, half);
  p = 92018024 + mote_mulhi(p, half);
  p = 330406169 + mote_mulhi(p, half);
  p = 953559351 + mote_mulhi(p, half);
  p = 2063529785 + mote_mulhi(p, half);
  return 2977044473 + mote_mulhi(p, half);
}

/* 2^(whole + f): the mantissa. */
static uint32_t exp2_of_fraction(uint32_t f) {
  return 0x80000000 | mote_mulhi(f, mote_math_exp2_slope(f)) >> 1;
}

uint32_t mote_math_exp2(uint64_t t, int32_t *exponent) {
  *exponent = (int32_t)(uint32_t)(t >> 32);
  return exp2_of_fraction((uint32_t)t);
}

/* mantissa * log2(e): of a mantissa in Q31, the product in Q62. */
static uint64_t times_log2e(uint32_t mantissa) {
  return (uint64_t)mantissa * 0xb8aa3b29 + mote_mulhi(mantissa, 0x5c17f0bc);
}

/* product * 2^-shift with 32 bits after the point, for shift from 24; returns the bits before it, that is for shift
 * from 32: none. */
static uint32_t split(uint64_t product, int32_t shift, uint32_t *fraction) {
  uint32_t high = (uint32_t)(product >> 32);
  if (shift >= 32) {
    *fraction = shift < 64 ? high >> (shift - 32) : 0;
    return 0;
  }
  *fraction = high << (32 - shift) | (uint32_t)product >> shift;
  return high >> shift;
}

uint32_t mote_math_exp(uint32_t bits, int32_t *exponent) {
  uint32_t f;
  int32_t shift = 30 + 127 - (int32_t)(bits >> 23 & 0xff);
  uint32_t whole = split(times_log2e(bits << 8 | 0x80000000), shift, &f);
  if ((bits & MOTE_FLOAT_SIGN) != 0) {
    whole = 0 - whole - (f != 0);
    f = 0 - f;
  }
  *exponent = (int32_t)whole;
  return exp2_of_fraction(f);
}

uint32_t mote_math_expm1(uint32_t bits, int32_t *exponent) {
  uint32_t f;
  int32_t x_exponent = (int32_t)(bits >> 23) - 127;
  uint64_t product = times_log2e(bits << 8 | 0x80000000);
  uint32_t whole = split(product, 30 - x_exponent, &f);
  uint32_t slope = mote_math_exp2_slope(f);
  mote_unpacked y;
  if (whole == 0) { /* f with all its bits, not only those after the fixed point */
    mote_math_normalize(&y, (product >> 32) * slope, x_exponent + 1);
    *exponent = y.exponent;
    return y.mantissa;
  }
  /* 2^whole (1 + fraction) - 1, over 2^whole: 0.5 to 2 */
  uint32_t fraction = mote_mulhi(f, slope);
  uint32_t one = whole < 33 ? 0x80000000 >> (whole - 1) : 0;
  *exponent = (int32_t)whole;
  if (fraction >= one) {
    return 0x80000000 | (fraction - one) >> 1;
  }
  (*exponent)--;
  return fraction - one;
}

float mote_expf(float x) {
  uint32_t bits = mote_float_to_bits(x);
  uint32_t magnitude = bits & ~MOTE_FLOAT_SIGN;
  int32_t exponent;
  uint32_t mantissa;
  if (magnitude > MOTE_FLOAT_INFINITY) {
    return mote_bits_to_float(MOTE_FLOAT_NAN);
  }
  if (magnitude >= 0x42d00000) { /* 104: beyond overflow and underflow */
    return mote_bits_to_float((bits & MOTE_FLOAT_SIGN) != 0 ? 0 : MOTE_FLOAT_INFINITY);
  }
  mantissa = mote_math_exp(bits, &exponent);
  return mote_math_pack(0, exponent, mantissa);
}
