/* SPDX-License-Identifier: Apache-2.0 */
#include "fft.h"

#include <string.h>

typedef float scalar;
typedef mote_complex_f32 complex;

typedef scalar number;
typedef complex pair;

static inline complex store(pair a) {
  return a;
}

static inline number add(number a, number b) {
  return a + b;
}

static inline number subtract(number a, number b) {
  return a - b;
}

static inline number half(number a) {
  return a * 0.5f;
}

static inline number half_sum(number a, number b) {
  return (a + b) * 0.5f;
}

static inline number half_difference(number a, number b) {
  return (a - b) * 0.5f;
}

static inline number product(number a, number b) {
  return a * b;
}

static inline pair times(pair a, complex b) {
  pair c = {a.r * b.r - a.i * b.i, a.r * b.i + a.i * b.r};
  return c;
}

/* Nothing overflows here. */
static inline pair divide(complex a, int32_t n) {
  (void)n;
  return a;
}

static inline void finish(complex *y, int32_t count) {
  const float scale = 0.5f / (float)count;
  for (int32_t k = 0; k < count; k++) {
    y[k].r *= scale;
    y[k].i *= scale;
  }
}

#define RFFT  mote_rfft_f32_c
#define IRFFT mote_irfft_f32_c
#include "fft_body.h"
