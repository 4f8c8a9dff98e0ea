/* SPDX-License-Identifier: Apache-2.0 */
#include "math_core.h"

#if defined(__thumb__) && !defined(__thumb2__)
uint32_t mote_mulhi(uint32_t a, uint32_t b) {
  uint32_t a_high = a >> 16;
  uint32_t b_high = b >> 16;
  a &= 0xffff;
  b &= 0xffff;
  uint32_t middle = a_high * b + (a * b >> 16);
  uint32_t middle_2 = a * b_high + (middle & 0xffff);
  return a_high * b_high + (middle >> 16) + (middle_2 >> 16);
}
#endif

float mote_math_pack(uint32_t sign, int32_t exponent, uint32_t mantissa) {
  int32_t biased = exponent + 127;
  int32_t dropped_bits = 8;
  if (biased > 254) {
    return mote_bits_to_float(sign | MOTE_FLOAT_INFINITY);
  }
  if (biased < 1) { /* subnormal: the last place is fixed at 2^-149 */
    dropped_bits += 1 - biased;
    biased = 1;
    if (dropped_bits > 32) {
      return mote_bits_to_float(sign);
    }
  }
  /* The leading bit adds one to the exponent field, and the carry of the rounding does so too: up to infinity. */
  uint32_t halves = mantissa >> (dropped_bits - 1);
  return mote_bits_to_float(sign | (((uint32_t)(biased - 1) << 23) + ((halves + 1) >> 1)));
}

void mote_math_normalize(mote_unpacked *x, uint64_t mantissa, int32_t exponent) {
  uint32_t high = (uint32_t)(mantissa >> 32);
  uint32_t low = (uint32_t)mantissa;
  if (high == 0) {
    high = low;
    low = 0;
    exponent -= 32;
  }
  int zeros = __builtin_clz(high);
  x->mantissa = high << zeros | low >> 1 >> (31 - zeros);
  x->exponent = exponent - zeros;
}

float mote_math_pack_product(uint32_t sign, int32_t exponent, uint64_t mantissa) {
  mote_unpacked x;
  mote_math_normalize(&x, mantissa, exponent);
  return mote_math_pack(sign, x.exponent, x.mantissa);
}

void mote_math_unpack(mote_unpacked *x, uint32_t bits) {
  uint32_t fraction = bits & 0x7fffff;
  int32_t exponent = (int32_t)(bits >> 23 & 0xff);
  if (exponent == 0) {
    exponent = 1;
  } else {
    fraction |= 0x800000;
  }
  x->sign = bits & MOTE_FLOAT_SIGN;
  mote_math_normalize(x, (uint64_t)fraction << 40, exponent - 127);
}
