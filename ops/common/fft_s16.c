/* SPDX-License-Identifier: Apache-2.0 */
#include "fft.h"

#include <string.h>

typedef int16_t scalar;
typedef mote_complex_s16 complex;

static inline scalar from_q15(int32_t x) {
  return (int16_t)((x + (1 << 14)) >> 15);
}

static inline scalar add(scalar a, scalar b) {
  return (int16_t)(a + b);
}

static inline scalar subtract(scalar a, scalar b) {
  return (int16_t)(a - b);
}

static inline scalar half(scalar a) {
  return (int16_t)(a >> 1);
}

static inline scalar half_sum(scalar a, scalar b) {
  return (int16_t)((a + b) >> 1);
}

static inline scalar half_difference(scalar a, scalar b) {
  return (int16_t)((a - b) >> 1);
}

static inline scalar product(scalar a, scalar b) {
  return from_q15(a * b);
}

static inline complex times(complex a, complex b) {
  complex c = {from_q15(a.r * b.r - a.i * b.i), from_q15(a.r * b.i + a.i * b.r)};
  return c;
}

static inline complex divide(complex a, int32_t n) {
  complex c = {from_q15(a.r * (INT16_MAX / n)), from_q15(a.i * (INT16_MAX / n))};
  return c;
}

static inline void finish(complex *y, int32_t count) {
  (void)y;
  (void)count;
}

#define RFFT  mote_rfft_s16_c
#define IRFFT mote_irfft_s16_c
#include "fft_body.h"
