/* SPDX-License-Identifier: Apache-2.0 */
#include "fft.h"

#include <string.h>

typedef float scalar;
typedef mote_complex_f32 complex;

static inline scalar add(scalar a, scalar b) {
  return a + b;
}

static inline scalar subtract(scalar a, scalar b) {
  return a - b;
}

static inline scalar half(scalar a) {
  return a * 0.5f;
}

static inline scalar half_sum(scalar a, scalar b) {
  return (a + b) * 0.5f;
}

static inline scalar half_difference(scalar a, scalar b) {
  return (a - b) * 0.5f;
}

static inline scalar product(scalar a, scalar b) {
  return a * b;
}

static inline complex times(complex a, complex b) {
  complex c = {a.r * b.r - a.i * b.i, a.r * b.i + a.i * b.r};
  return c;
}

/* Nothing overflows here. */
static inline complex divide(complex a, int32_t n) {
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
