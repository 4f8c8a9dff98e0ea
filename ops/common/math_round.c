/* SPDX-License-Identifier: Apache-2.0 */
/* Rounding to whole numbers on the bits: adding to them carries from the fraction into the exponent as it should. */
#include "math.h"
#include "math_core.h"

/* The bits of x that are worth less than one; all of |x| when that is below one. None for large numbers and NaNs. */
static uint32_t fraction_mask(uint32_t bits) {
  int32_t exponent = (int32_t)(bits >> 23 & 0xff) - 127;
  if (exponent < 0) {
    return 0x7fffffff;
  }
  return exponent < 23 ? 0x7fffffu >> exponent : 0;
}

float mote_truncf(float x) {
  uint32_t bits = mote_float_to_bits(x);
  return mote_bits_to_float(bits & ~fraction_mask(bits));
}

/* The next whole number away from zero, if x is not one. */
static float away_from_zero(uint32_t bits) {
  uint32_t mask = fraction_mask(bits);
  if ((bits & mask) == 0) {
    return mote_bits_to_float(bits);
  }
  if (mask == 0x7fffffff) {
    return mote_bits_to_float((bits & MOTE_FLOAT_SIGN) | MOTE_FLOAT_ONE);
  }
  return mote_bits_to_float((bits + mask) & ~mask);
}

float mote_floorf(float x) {
  uint32_t bits = mote_float_to_bits(x);
  return (bits & MOTE_FLOAT_SIGN) != 0 ? away_from_zero(bits) : mote_truncf(x);
}

float mote_ceilf(float x) {
  uint32_t bits = mote_float_to_bits(x);
  return (bits & MOTE_FLOAT_SIGN) != 0 ? mote_truncf(x) : away_from_zero(bits);
}

/* To the nearest; halves away from zero when `odd` is 1, toward zero when it is 0. */
static float nearest(uint32_t bits, uint32_t odd) {
  uint32_t mask = fraction_mask(bits);
  if (mask == 0x7fffffff) {
    uint32_t half = 0x3f000000;
    uint32_t magnitude = bits & mask;
    uint32_t one = magnitude + odd > half ? MOTE_FLOAT_ONE : 0;
    return mote_bits_to_float((bits & MOTE_FLOAT_SIGN) | one);
  }
  if (mask == 0) {
    return mote_bits_to_float(bits);
  }
  return mote_bits_to_float((bits + (mask >> 1) + odd) & ~mask);
}

float mote_roundf(float x) {
  return nearest(mote_float_to_bits(x), 1);
}

float mote_rintf(float x) {
  uint32_t bits = mote_float_to_bits(x);
  uint32_t unit = fraction_mask(bits) + 1; /* from 1 to 2 that is the exponent's lowest bit, which is set */
  return nearest(bits, (bits & unit) != 0 && unit != 0x80000000);
}
