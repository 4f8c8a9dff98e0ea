/* SPDX-License-Identifier: Apache-2.0 */
#include "real_trig.h"

static uint64_t mulhi(uint64_t a, uint64_t b) {
  uint64_t a_low = (uint32_t)a;
  uint64_t b_low = (uint32_t)b;
  uint64_t middle = (a >> 32) * b_low + (a_low * b_low >> 32);
  uint64_t middle_2 = a_low * (b >> 32) + (uint32_t)middle;
  return (a >> 32) * (b >> 32) + (middle >> 32) + (middle_2 >> 32);
}

enum { TERMS = 8 };

/* The terms' signs alternate. */
static uint64_t series(const uint64_t coefficients[TERMS], uint64_t w) {
  uint64_t p = coefficients[0];
  for (int i = 1; i < TERMS; i++) {
    p = coefficients[i] - mulhi(p, w);
  }
  return p;
}

/* q * 2^-62, where q is below 2^63. */
static void set(mote_real *r, uint64_t q, bool negative) {
  mote_real_from_int(r, (int64_t)q);
  r->exponent -= 62;
  r->negative = negative && r->mantissa != 0;
}

void mote_real_cos_sin(mote_real *cosine, mote_real *sine, const mote_real *x) {
  /* Minimax in w = (2t)^2, Q64: sin(pi/2 t) / t in Q63, (1 - cos(pi/2 t)) / w in Q64. */
  static const uint64_t sine_series[TERMS] = {
      0x5b39c,         0x7a3c2d0,        0x78c1d37a2,        0x541e0d21e6a,
      0x265a599cc5831, 0xa335e33bad574a, 0x14abbce625be52c6, 0xc90fdaa22168c235};
  static const uint64_t cosine_series[TERMS] = {
      0x45ae,         0x6db110,         0x7e74d8e8,        0x69b47ca222,
      0x3c3ea0d12138, 0x155d3c7e3cbf94, 0x40f07c206d6b0e5, 0x4ef4f326f9177969};
  uint64_t quarters = mulhi(x->mantissa << 11, 0xa2f9836e4e44152a); /* times 2^-point */
  int32_t point = 11 - x->exponent;
  uint64_t t = 0; /* what is beyond whole quarter turns, Q64 */
  uint32_t whole = 0;
  if (point < 64) {
    t = quarters << (64 - point);
    whole = (uint32_t)(quarters >> point);
  } else if (point < 128) {
    t = quarters >> (point - 64);
  }
  bool beyond = t >> 63 != 0;
  if (beyond) {
    t = 0 - t;
    t -= t >> 63; /* so that w stays below 1 */
    whole++;
  }
  uint64_t w = mulhi(t, t) << 2;
  uint64_t s = mulhi(t, series(sine_series, w)) >> 1;
  uint64_t c = ((uint64_t)1 << 62) - (mulhi(w, series(cosine_series, w)) >> 2);
  bool odd = (whole & 1) != 0;
  bool cosine_negative = (whole & 2) != 0;
  bool sine_negative = cosine_negative != x->negative;
  if (odd) { /* cos(y + 90 degrees) = -sin(y), sin(y + 90 degrees) = cos(y) */
    set(cosine, s, cosine_negative == beyond);
    set(sine, c, sine_negative);
  } else {
    set(cosine, c, cosine_negative);
    set(sine, s, sine_negative != beyond);
  }
}
