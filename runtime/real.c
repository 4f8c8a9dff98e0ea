/* SPDX-License-Identifier: Apache-2.0 */
#include "real.h"

enum {
  PRECISION = 53,
  GUARD_BITS = 64 - PRECISION,
  ABOVE_ALL = 1 << 20 /* exponent of a quotient by zero */
};

/* Shifts right by any non-negative count. What falls out leaves a mark in the lowest bit, so that a later rounding, two
 * bits or more above it, is right. (A loop: smaller than shifting 64 bits by a variable on a 32-bit core.) */
static uint64_t shift_sticky(uint64_t value, int32_t bits) {
  for (int32_t left = bits < 63 ? bits : 63; left > 0; left--) {
    value = value >> 1 | (value & 1);
  }
  return value;
}

/* r = mantissa * 2^exponent, rounded; `mantissa` is any number of 64 bits, its lowest bit may be sticky. */
static void set_rounded(mote_real *r, uint64_t mantissa, int32_t exponent) {
  if (mantissa == 0) {
    r->mantissa = 0;
    r->exponent = 0;
    r->negative = false;
    return;
  }
  while (mantissa >> 63 == 0) {
    mantissa <<= 1;
    exponent--;
  }
  const uint64_t half = (uint64_t)1 << (GUARD_BITS - 1);
  uint64_t dropped = mantissa & (2 * half - 1);
  mantissa >>= GUARD_BITS;
  mantissa += dropped > half || (dropped == half && (mantissa & 1) != 0);
  if (mantissa >> PRECISION != 0) {
    mantissa >>= 1;
    exponent++;
  }
  r->mantissa = mantissa;
  r->exponent = exponent + GUARD_BITS;
}

void mote_real_from_float(mote_real *r, uint32_t float_bits) {
  uint32_t fraction = float_bits & 0x7fffff;
  int32_t exponent = (int32_t)(float_bits >> 23 & 0xff);
  if (exponent == 0) {
    exponent = 1;
  } else {
    fraction |= 0x800000;
  }
  r->negative = float_bits >> 31 != 0;
  set_rounded(r, (uint64_t)fraction << 40, exponent - 150 - 40);
}

void mote_real_from_int(mote_real *r, int64_t value) {
  r->negative = value < 0;
  set_rounded(r, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, 0);
}

void mote_real_add(mote_real *r, const mote_real *a, const mote_real *b) {
  if (a->mantissa == 0 || (b->mantissa != 0 && b->exponent > a->exponent)) {
    const mote_real *swap = a;
    a = b;
    b = swap;
  }
  /* Ten guard bits: one sticky bit among them rounds as all that it stands for would. */
  uint64_t large = a->mantissa << (GUARD_BITS - 1);
  uint64_t small = b->mantissa;
  if (small != 0) {
    small = shift_sticky(small << (GUARD_BITS - 1), a->exponent - b->exponent);
  }
  bool negative = a->negative;
  uint64_t sum = large + small;
  if (a->negative != b->negative) {
    sum = large - small;
    if (large < small) {
      sum = small - large;
      negative = !negative;
    }
  }
  r->negative = negative;
  set_rounded(r, sum, a->exponent - (GUARD_BITS - 1));
}

void mote_real_sub(mote_real *r, const mote_real *a, const mote_real *b) {
  mote_real minus_b = {b->mantissa, b->exponent, !b->negative};
  mote_real_add(r, a, &minus_b);
}

void mote_real_mul(mote_real *r, const mote_real *a, const mote_real *b) {
  uint64_t x = a->mantissa << GUARD_BITS;
  uint64_t y = b->mantissa << GUARD_BITS;
  uint32_t x_high = (uint32_t)(x >> 32);
  uint32_t x_low = (uint32_t)x;
  uint32_t y_high = (uint32_t)(y >> 32);
  uint32_t y_low = (uint32_t)y;
  uint64_t low = (uint64_t)x_low * y_low;
  uint64_t middle = (uint64_t)x_high * y_low + (low >> 32);
  uint64_t middle_2 = (uint64_t)x_low * y_high + (uint32_t)middle;
  uint64_t high = (uint64_t)x_high * y_high + (middle >> 32) + (middle_2 >> 32);
  high |= ((uint32_t)low | (uint32_t)middle_2) != 0;
  r->negative = a->negative != b->negative;
  set_rounded(r, high, a->exponent + b->exponent + 64 - 2 * GUARD_BITS);
}

void mote_real_div(mote_real *r, const mote_real *a, const mote_real *b) {
  uint64_t remainder = a->mantissa;
  uint64_t divisor = b->mantissa;
  uint64_t quotient = 0;
  int32_t exponent = ABOVE_ALL;
  if (divisor == 0) {
    quotient = 1;
  } else {
    for (int i = 0; i <= PRECISION + 1; i++) {
      quotient <<= 1;
      if (remainder >= divisor) {
        remainder -= divisor;
        quotient |= 1;
      }
      remainder <<= 1;
    }
    quotient = quotient << 9 | (remainder != 0);
    exponent = a->exponent - b->exponent - (PRECISION + 1 + 9);
  }
  r->negative = a->negative != b->negative;
  set_rounded(r, quotient, exponent);
}

void mote_real_floor(mote_real *r, const mote_real *a) {
  uint64_t mantissa = a->mantissa;
  int32_t exponent = a->exponent;
  if (exponent < 0) {
    mantissa = (shift_sticky(mantissa, -exponent - 1) + a->negative) >> 1;
    exponent = 0;
  }
  r->negative = a->negative;
  set_rounded(r, mantissa, exponent);
}

int mote_real_compare(const mote_real *a, const mote_real *b) {
  mote_real difference;
  mote_real_sub(&difference, a, b);
  if (difference.mantissa == 0) {
    return 0;
  }
  return difference.negative ? -1 : 1;
}

uint32_t mote_real_to_float(const mote_real *r) {
  uint32_t bits = (uint32_t)r->negative << 31;
  int32_t dropped_bits = PRECISION - 24;
  int32_t biased = r->exponent + dropped_bits + 150;
  if (r->mantissa == 0) {
    return bits;
  }
  if (biased > 254) {
    return bits | 0x7f800000;
  }
  if (biased < 1) { /* subnormal: the last place is fixed at 2^-149 */
    dropped_bits += 1 - biased;
    biased = 1;
  }
  uint32_t quarters = (uint32_t)shift_sticky(r->mantissa, dropped_bits - 2);
  /* The leading bit adds one to the exponent field, and the carry of the rounding does so too: up to infinity. */
  return bits | (((uint32_t)(biased - 1) << 23) + ((quarters + 1 + (quarters >> 2 & 1)) >> 2));
}

void mote_real_round_to_float(mote_real *r) {
  mote_real_from_float(r, mote_real_to_float(r));
}

/* |r| + `quarters` / 4 cut to a whole number, with r's sign. */
static int32_t to_int(const mote_real *r, uint32_t quarters) {
  uint32_t whole = UINT32_C(1) << 31;
  if (r->mantissa == 0) {
    return 0;
  }
  if (r->exponent <= 31 - PRECISION) {
    whole = (uint32_t)((shift_sticky(r->mantissa, -r->exponent - 2) + quarters) >> 2);
  }
  if (r->negative) {
    return (int32_t) - (int64_t)whole;
  }
  return whole > INT32_MAX ? INT32_MAX : (int32_t)whole;
}

int32_t mote_real_round(const mote_real *r) {
  return to_int(r, 2);
}

int32_t mote_real_truncate(const mote_real *r) {
  return to_int(r, 0);
}

bool mote_real_quantize(const mote_real *r, int32_t *multiplier, int *shift) {
  enum { DROPPED_BITS = PRECISION - 31 };
  uint32_t magnitude = (uint32_t)((r->mantissa + (UINT64_C(1) << (DROPPED_BITS - 1))) >> DROPPED_BITS);
  int exponent = r->exponent + PRECISION;
  if (magnitude >> 31 != 0) {
    magnitude >>= 1;
    exponent++;
  }
  bool fits = magnitude == 0 || exponent <= 30;
  if (!fits) {
    magnitude = INT32_MAX;
    exponent = 30;
  } else if (magnitude == 0 || exponent < -31) {
    magnitude = 0;
    exponent = 0;
  }
  *multiplier = r->negative ? -(int32_t)magnitude : (int32_t)magnitude;
  *shift = exponent;
  return fits;
}

bool mote_checked_log2(uint32_t float_bits, int *log2) {
  /* Fractions of 2^0.001, sqrt(2) and 2^0.999, as TFLite's float arithmetic has them around 1. */
  enum { JUST_ABOVE_ONE = 0x0016b9, SQRT_2 = 0x3504f4, JUST_BELOW_TWO = 0x7fd297 };
  int32_t fraction = (int32_t)(float_bits & 0x7fffff);
  *log2 = (int32_t)(float_bits >> 23 & 0xff) - 127 + (fraction >= SQRT_2);
  return fraction < JUST_ABOVE_ONE || fraction >= JUST_BELOW_TWO;
}
