/* SPDX-License-Identifier: Apache-2.0 */
#include "convert.h"

int64_t mote_float_to_s64(float x) {
  uint32_t bits = mote_float_to_bits(x);
  int32_t exponent = (int32_t)(bits >> 23 & 0xFF) - 127;
  int64_t mantissa = (bits & 0x7FFFFF) | 0x800000;
  if (exponent < 0) {
    return 0;
  }
  if (exponent >= 63) {
    return bits >= 0x80000000u && bits <= 0xFF800000u ? INT64_MIN : INT64_MAX;
  }
  int64_t magnitude = exponent < 23 ? mantissa >> (23 - exponent) : mantissa << (exponent - 23);
  return bits >> 31 != 0 ? -magnitude : magnitude;
}

float mote_half_to_float(uint16_t half) {
  uint32_t sign = (uint32_t)(half & 0x8000) << 16;
  uint32_t exponent = half >> 10 & 31, fraction = half & 0x3FF;
  if (exponent == 0) {
    if (fraction == 0) {
      return mote_bits_to_float(sign);
    }
    for (exponent = 1; (fraction & 0x400) == 0; exponent--) { /* subnormal: down to -9, modulo 2^32 */
      fraction <<= 1;
    }
    fraction &= 0x3FF;
  }
  uint32_t biased = exponent == 31 ? 255 : exponent + 127 - 15;
  return mote_bits_to_float(sign | biased << 23 | fraction << 13);
}

uint16_t mote_float_to_half(float x) {
  uint32_t bits = mote_float_to_bits(x);
  uint32_t sign = bits >> 16 & 0x8000, magnitude = bits & 0x7FFFFFFF;
  uint32_t dropped_bits = 13;
  if (magnitude > 0x7F800000) {
    return (uint16_t)(sign | 0x7E00);
  }
  if (magnitude >= 0x47800000) { /* 2^16 */
    return (uint16_t)(sign | 0x7C00);
  }
  if (magnitude < 0x33000000) { /* 2^-25 */
    return (uint16_t)sign;
  }
  uint32_t value = magnitude - ((127 - 15) << 23);
  if (magnitude < 0x38800000) { /* 2^-14, subnormal: the last place is fixed at 2^-24 */
    dropped_bits = 126 - (magnitude >> 23);
    value = (magnitude & 0x7FFFFF) | 0x800000;
  }
  uint32_t half = value >> dropped_bits, rest = value & ((1u << dropped_bits) - 1), tie = 1u << (dropped_bits - 1);
  half += rest > tie || (rest == tie && (half & 1) != 0); /* a carry goes on into the exponent, up to infinity */
  return (uint16_t)(sign | half);
}
