/* SPDX-License-Identifier: Apache-2.0 */
#include "math.h"
#include "math_core.h"

enum { NOT_WHOLE, ODD, EVEN };

static int parity(uint32_t magnitude) {
  int32_t exponent = (int32_t)(magnitude >> 23) - 127;
  if (exponent < 0) {
    return NOT_WHOLE;
  }
  if (exponent > 23) {
    return EVEN;
  }
  uint32_t mantissa = (magnitude << 8 | 0x80000000) << exponent; /* the bit of weight one is now the highest */
  if (mantissa << 1 != 0) {
    return NOT_WHOLE;
  }
  return mantissa != 0 ? ODD : EVEN;
}

/* 2^(y log2(x)) for finite x and y above 0; 1 / that when y_sign is set. */
static float power(uint32_t sign, uint32_t x_bits, uint32_t y_bits, uint32_t y_sign) {
  mote_unpacked log2_x;
  mote_unpacked y;
  uint64_t t = 0;
  int32_t exponent;
  mote_math_unpack(&log2_x, x_bits);
  mote_math_unpack(&y, y_bits);
  mote_math_log2(&log2_x);
  int32_t shift = 30 - log2_x.exponent - y.exponent;
  uint32_t negative = log2_x.sign ^ y_sign;
  if (log2_x.mantissa != 0 && shift < 23) { /* 256 or more */
    return mote_bits_to_float(sign | (negative != 0 ? 0 : MOTE_FLOAT_INFINITY));
  }
  if (log2_x.mantissa != 0 && shift < 64) {
    /* Half a unit makes up for what was cut off log2(x): the power magnifies its error up to 128 times. */
    t = ((uint64_t)log2_x.mantissa * y.mantissa + y.mantissa / 2) >> shift;
  }
  uint32_t mantissa = mote_math_exp2(negative != 0 ? 0 - t : t, &exponent);
  return mote_math_pack(sign, exponent, mantissa);
}

float mote_powf(float x, float y) {
  uint32_t x_bits = mote_float_to_bits(x);
  uint32_t y_bits = mote_float_to_bits(y);
  uint32_t x_magnitude = x_bits & ~MOTE_FLOAT_SIGN;
  uint32_t y_magnitude = y_bits & ~MOTE_FLOAT_SIGN;
  uint32_t y_sign = y_bits & MOTE_FLOAT_SIGN;
  uint32_t sign = 0;
  if (y_magnitude == 0 || x_bits == MOTE_FLOAT_ONE) {
    return 1;
  }
  if (x_magnitude > MOTE_FLOAT_INFINITY || y_magnitude > MOTE_FLOAT_INFINITY) {
    return mote_bits_to_float(MOTE_FLOAT_NAN);
  }
  if (x_bits != x_magnitude) {
    int kind = parity(y_magnitude);
    if (kind == NOT_WHOLE && x_magnitude != 0 && x_magnitude != MOTE_FLOAT_INFINITY) {
      return mote_bits_to_float(MOTE_FLOAT_NAN);
    }
    sign = kind == ODD ? MOTE_FLOAT_SIGN : 0;
  }
  if (x_magnitude == 0 || x_magnitude == MOTE_FLOAT_INFINITY || y_magnitude == MOTE_FLOAT_INFINITY) {
    if (x_magnitude == MOTE_FLOAT_ONE) {
      return 1;
    }
    int large = (x_magnitude > MOTE_FLOAT_ONE) == (y_sign == 0);
    return mote_bits_to_float(sign | (large ? MOTE_FLOAT_INFINITY : 0));
  }
  return power(sign, x_magnitude, y_magnitude, y_sign);
}
