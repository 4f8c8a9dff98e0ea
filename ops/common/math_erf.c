/* SPDX-License-Identifier: Apache-2.0 */
#include "math.h"
#include "math_core.h"

/* erf(x) / x for |x| < 1, in w = x^2 (Q32): Q31, minimax within 2^-34.6. */
static uint32_t erf_slope(uint32_t w) {
  static const uint32_t coefficients[] = {20719, 241796, 1821754, 11211950, 57693025, 242317375, 807725260, 2423175810};
  uint32_t p = coefficients[0];
  for (unsigned i = 1; i < sizeof coefficients / sizeof coefficients[0]; i++) {
    p = coefficients[i] - mote_mulhi(p, w);
  }
  return p;
}

/* -log2(1 - erf(x)) for x = 1 + 4v, v (Q32) up to 0.735: Q27, such that erf is within 2^-29.5. */
static uint32_t minus_log2_erfc(uint32_t v) {
  uint32_t p = 362096192 - mote_mulhi(147184295, v);
  p = 490297683 - mote_mulhi(p, v);
  p = 514303754 - mote_mulhi(p, v);
  p = 2612118886 + mote_mulhi(p, v);
  p = 2043988003 + mote_mulhi(p, v);
  return 358148828 + mote_mulhi(p, v);
}

float mote_erff(float x) {
  uint32_t bits = mote_float_to_bits(x);
  uint32_t magnitude = bits & ~MOTE_FLOAT_SIGN;
  uint32_t sign = bits & MOTE_FLOAT_SIGN;
  if (magnitude > MOTE_FLOAT_INFINITY) {
    return mote_bits_to_float(MOTE_FLOAT_NAN);
  }
  if (magnitude >= 0x407c0000) { /* 3.9375: 1 - erf(x) is below half a unit in the last place */
    return mote_bits_to_float(sign | MOTE_FLOAT_ONE);
  }
  if (magnitude == 0) {
    return x;
  }
  mote_unpacked y;
  mote_math_unpack(&y, magnitude);
  if (y.exponent < 0) {
    uint32_t w = y.exponent < -16 ? 0 : (uint32_t)((uint64_t)y.mantissa * y.mantissa >> (30 - 2 * y.exponent));
    return mote_math_pack_product(sign, y.exponent + 1, (uint64_t)y.mantissa * erf_slope(w));
  }
  uint32_t v = (y.mantissa >> (1 - y.exponent)) - 0x40000000;
  int32_t exponent;
  uint32_t mantissa = mote_math_exp2(0 - ((uint64_t)minus_log2_erfc(v) << 5), &exponent);
  return mote_math_pack(sign, -1, 0 - (mantissa >> (-1 - exponent)));
}
