/* SPDX-License-Identifier: Apache-2.0 */
#include "math.h"
#include "math_core.h"

#define SQRT_2_Q31 0xb504f334u
#define LN_2_Q32   0xb17217f8u

uint32_t mote_math_log2_slope(uint32_t r) {
  /* Minimax in Q31 within 2^-34.7 around the middle, (sqrt(0.5) + sqrt(2)) / 2 - 1; the last term is above 1. */
  static const int32_t coefficients[] = {173929885, -185642045, 143510488, -172845603, 214847082, -255385778,
                                         308457428, -381347417, 484722278, -641386625, 904381260, -1431821704};
  int32_t v = (int32_t)(r - 0x0f876ccd);
  int32_t p = coefficients[0];
  for (unsigned i = 1; i < sizeof coefficients / sizeof coefficients[0]; i++) {
    p = coefficients[i] + (int32_t)((int64_t)p * v >> 32);
  }
  return 3007831591 + 1 + (uint32_t)((int64_t)p * v >> 32); /* one more for what the shifts cut off */
}

void mote_math_log2(mote_unpacked *x) {
  uint32_t r = x->mantissa << 1; /* 0 to sqrt(2) - 1 */
  uint32_t magnitude = r;
  uint32_t sign = 0;
  int32_t whole = x->exponent;
  if (x->mantissa >= SQRT_2_Q31) { /* sqrt(0.5) - 1 to 0 */
    r = x->mantissa;
    magnitude = 0 - r;
    sign = MOTE_FLOAT_SIGN;
    whole++;
  }
  uint64_t fraction = (uint64_t)magnitude * mote_math_log2_slope(r);
  int32_t exponent = 0;
  if (whole != 0) {
    exponent = 8;
    fraction >>= 8;
    uint64_t sum = (uint64_t)(uint32_t)whole << 55;
    sum = sign != 0 ? sum - fraction : sum + fraction;
    sign = whole < 0 ? MOTE_FLOAT_SIGN : 0;
    fraction = whole < 0 ? 0 - sum : sum;
  }
  x->sign = sign;
  x->mantissa = 0;
  if (fraction != 0) {
    mote_math_normalize(x, fraction, exponent);
  }
}

/* ln(2) * log2(x), for x above 0. */
static float pack_log(mote_unpacked *x) {
  mote_math_log2(x);
  if (x->mantissa == 0) {
    return 0;
  }
  return mote_math_pack_product(x->sign, x->exponent, (uint64_t)x->mantissa * LN_2_Q32);
}

float mote_logf(float x) {
  uint32_t bits = mote_float_to_bits(x);
  mote_unpacked y;
  if ((bits & ~MOTE_FLOAT_SIGN) == 0) {
    return mote_bits_to_float(MOTE_FLOAT_SIGN | MOTE_FLOAT_INFINITY);
  }
  if (bits >= MOTE_FLOAT_INFINITY) { /* negative or not finite */
    return mote_bits_to_float(bits == MOTE_FLOAT_INFINITY ? bits : MOTE_FLOAT_NAN);
  }
  mote_math_unpack(&y, bits);
  return pack_log(&y);
}

/* log(1 + x) for 2^-26 <= |x| < 2^-2, without losing bits of x in the sum. */
static float log1p_small(const mote_unpacked *x) {
  uint32_t r = x->mantissa >> (-1 - x->exponent);
  uint32_t slope = mote_math_log2_slope(x->sign != 0 ? 0 - r : r);
  return mote_math_pack_product(x->sign, x->exponent + 1, (uint64_t)x->mantissa * mote_mulhi(slope, LN_2_Q32));
}

float mote_log1pf(float x) {
  uint32_t bits = mote_float_to_bits(x);
  uint32_t magnitude = bits & ~MOTE_FLOAT_SIGN;
  mote_unpacked y;
  if (bits == (MOTE_FLOAT_SIGN | MOTE_FLOAT_ONE)) {
    return mote_bits_to_float(MOTE_FLOAT_SIGN | MOTE_FLOAT_INFINITY);
  }
  if (bits > (MOTE_FLOAT_SIGN | MOTE_FLOAT_ONE) || magnitude >= MOTE_FLOAT_INFINITY) {
    return mote_bits_to_float(bits == MOTE_FLOAT_INFINITY ? bits : MOTE_FLOAT_NAN);
  }
  if (magnitude < 0x32800000) { /* 2^-26: the next term, x^2 / 2, is out of sight */
    return x;
  }
  mote_math_unpack(&y, bits);
  if (y.exponent < -2) {
    return log1p_small(&y);
  }
  int32_t shift = y.exponent < 0 ? 31 : 31 - y.exponent;
  uint64_t one = shift < 0 ? 0 : (uint64_t)1 << shift;
  uint64_t sum = y.exponent < 0 ? y.mantissa >> -y.exponent : y.mantissa;
  sum = y.sign != 0 ? one - sum : one + sum;
  mote_math_normalize(&y, sum << 31, y.exponent < 0 ? 1 : y.exponent + 1);
  return pack_log(&y);
}
