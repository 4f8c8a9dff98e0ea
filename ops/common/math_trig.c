/* SPDX-License-Identifier: Apache-2.0 */
#include "math.h"
#include "math_core.h"

/* 32 bits of a bit string, `up` (0 to 31) bits after the first bit of word[0]. */
static uint32_t window(const uint32_t *word, uint32_t up) {
  return word[0] << up | word[1] >> 1 >> (31 - up);
}

/*
 * x * 2/pi modulo 4, after Payne and Hanek: of the bits of 2/pi, those that only add multiples of 4 to the product are
 * left out, and 96 are enough. Returns the nearest quarter turn; *t is what is left of one, -0.5 to 0.5 in Q64.
 */
static uint32_t reduce(uint32_t magnitude, uint64_t *t) {
  static const uint32_t two_over_pi[] = {0,          0,          0xa2f9836e, 0x4e441529, 0xfc2757d1,
                                         0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab};
  uint64_t m = (magnitude & 0x7fffff) | 0x800000;
  uint32_t first_bit =
      (magnitude >> 23) - 127 + 39; /* 64 bits are before the point, the product needs 23 + 2 of them */
  const uint32_t *word = two_over_pi + (first_bit >> 5);
  uint32_t up = first_bit & 31;
  uint64_t product = m * window(word + 2, up);
  product = m * window(word + 1, up) + (product >> 32);
  uint32_t low = (uint32_t)product;
  product = m * window(word, up) + (product >> 32);
  *t = product << 34 | (uint64_t)low << 2;
  return (uint32_t)(product >> 30 & 3) + (uint32_t)(*t >> 63);
}

/* Minimax in w = (2t)^2, Q32: sin(pi/2 t) / t in Q31 within 2^-33.9, (1 - cos(pi/2 t)) / w in Q32 within 2^-36.8. */
static const uint32_t sine[] = {1325, 157072, 10696153, 346799332, 3373259426};
static const uint32_t cosine[] = {103, 15419, 1400123, 68093890, 1324675879};

static uint32_t alternating(const uint32_t coefficients[5], uint32_t w) {
  uint32_t p = coefficients[0];
  for (int i = 1; i < 5; i++) {
    p = coefficients[i] - mote_mulhi(p, w);
  }
  return p;
}

/* sin(|x| + quarter * pi/2), the sign changed by `sign`. */
static float sine_of_shifted(uint32_t magnitude, uint32_t quarter, uint32_t sign) {
  uint64_t t;
  if (magnitude >= MOTE_FLOAT_INFINITY) {
    return mote_bits_to_float(MOTE_FLOAT_NAN);
  }
  quarter += reduce(magnitude, &t);
  sign ^= (quarter & 2) << 30;
  uint32_t t_sign = (uint32_t)(t >> 32) & MOTE_FLOAT_SIGN;
  if (t_sign != 0) {
    t = 0 - t;
  }
  uint32_t t_q32 = (uint32_t)(t >> 32);
  uint32_t w = (uint32_t)((uint64_t)t_q32 * t_q32 >> 30);
  if ((quarter & 1) != 0) {
    uint32_t below_one = mote_mulhi(alternating(cosine, w), w);
    return mote_math_pack_product(sign, 0, ((uint64_t)1 << 63) - ((uint64_t)below_one << 31));
  }
  mote_unpacked y;
  mote_math_normalize(&y, t, -1);
  return mote_math_pack_product(sign ^ t_sign, y.exponent + 1, (uint64_t)y.mantissa * alternating(sine, w));
}

float mote_sinf(float x) {
  uint32_t bits = mote_float_to_bits(x);
  uint32_t magnitude = bits & ~MOTE_FLOAT_SIGN;
  if (magnitude < 0x39800000) { /* 2^-12: the next term, x^3 / 6, is out of sight */
    return x;
  }
  return sine_of_shifted(magnitude, 0, bits & MOTE_FLOAT_SIGN);
}

float mote_cosf(float x) {
  uint32_t magnitude = mote_float_to_bits(x) & ~MOTE_FLOAT_SIGN;
  if (magnitude < 0x39800000) { /* 2^-12: 1 - x^2 / 2 rounds to 1 */
    return 1;
  }
  return sine_of_shifted(magnitude, 1, 0);
}
