/* SPDX-License-Identifier: Apache-2.0 */
#include "math.h"
#include "math_core.h"

#if defined(__ARM_FP) && (__ARM_FP & 4) != 0
static float square_root(float x) {
  float root; /* by hand: the compiler's builtin calls the C library's sqrtf to set errno */
  __asm__("vsqrt.f32 %0, %1" : "=t"(root) : "t"(x));
  return root;
}
#else
/* Digit by digit: 24 bits and one to round by. The root of a float is never halfway between two floats. */
static float square_root(float x) {
  mote_unpacked y;
  mote_math_unpack(&y, mote_float_to_bits(x));
  uint32_t rest = y.mantissa >> (~y.exponent & 1); /* 1 to 4 in Q30, the exponent left over is even */
  uint32_t root = 0;
  uint32_t remainder = 0;
  for (int i = 0; i < 25; i++) {
    remainder = remainder << 2 | rest >> 30;
    rest <<= 2;
    root <<= 1;
    if (remainder > root << 1) {
      remainder -= root << 1 | 1;
      root |= 1;
    }
  }
  return mote_math_pack(0, (y.exponent - (y.exponent & 1)) / 2, root << 7);
}
#endif

float mote_sqrtf(float x) {
  uint32_t bits = mote_float_to_bits(x);
  if ((bits & ~MOTE_FLOAT_SIGN) == 0 || bits == MOTE_FLOAT_INFINITY) {
    return x;
  }
  if (bits > MOTE_FLOAT_INFINITY) { /* negative, or not a number */
    return mote_bits_to_float(MOTE_FLOAT_NAN);
  }
  return square_root(x);
}
