/* SPDX-License-Identifier: Apache-2.0 */
#include "math.h"
#include "math_core.h"

float mote_fmodf(float x, float y) {
  uint32_t x_bits = mote_float_to_bits(x);
  uint32_t x_magnitude = x_bits & ~MOTE_FLOAT_SIGN;
  uint32_t y_magnitude = mote_float_to_bits(y) & ~MOTE_FLOAT_SIGN;
  if (x_magnitude >= MOTE_FLOAT_INFINITY || y_magnitude > MOTE_FLOAT_INFINITY || y_magnitude == 0) {
    return mote_bits_to_float(MOTE_FLOAT_NAN);
  }
  if (x_magnitude < y_magnitude) {
    return x;
  }
  mote_unpacked remainder;
  mote_unpacked divisor;
  mote_math_unpack(&remainder, x_magnitude);
  mote_math_unpack(&divisor, y_magnitude);
  uint32_t r = remainder.mantissa >> 8;
  uint32_t d = divisor.mantissa >> 8;
  for (int32_t i = remainder.exponent - divisor.exponent;; i--) {
    r = r >= d ? r - d : r;
    if (i == 0) {
      break;
    }
    r <<= 1;
  }
  uint32_t sign = x_bits & MOTE_FLOAT_SIGN;
  if (r == 0) {
    return mote_bits_to_float(sign);
  }
  return mote_math_pack_product(sign, divisor.exponent, (uint64_t)r << 40);
}
