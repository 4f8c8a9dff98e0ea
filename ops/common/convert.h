/* SPDX-License-Identifier: Apache-2.0 */
/* Between floats and integers or half floats, on the bits: the same on every core, and defined for every value. */
#ifndef MOTE_OPS_COMMON_CONVERT_H
#define MOTE_OPS_COMMON_CONVERT_H

#include "runtime/float_bits.h"

/* To the nearest integer, halves away from zero; what is too large becomes INT32_MAX or -INT32_MAX, NaN a large one. */
static inline int32_t mote_float_round_to_s32(float x) {
  uint32_t bits = mote_float_to_bits(x);
  int32_t exponent = (int32_t)(bits >> 23 & 0xFF) - 127; /* of the highest bit; -1: from a half to one */
  uint32_t mantissa = bits << 8 | 0x80000000u;
  int32_t magnitude = INT32_MAX;
  if (exponent < -1) {
    return 0;
  }
  if (exponent < 31) {
    magnitude = (int32_t)(((mantissa >> (30 - exponent)) + 1) >> 1);
  }
  return bits >> 31 != 0 ? -magnitude : magnitude;
}

/* Cut to an integer; what is too large becomes INT64_MAX or INT64_MIN, not a number INT64_MAX. */
int64_t mote_float_to_s64(float x);

float mote_half_to_float(uint16_t half);
/* To the nearest, halves to even. */
uint16_t mote_float_to_half(float x);

#endif
