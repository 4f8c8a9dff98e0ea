/* SPDX-License-Identifier: Apache-2.0 */
#include "fft.h"

#include <string.h>

typedef int16_t scalar;
typedef mote_complex_s16 complex;

typedef int32_t number;
typedef mote_complex_s32 pair;

static inline complex store(pair a) {
  complex c = {(int16_t)a.r, (int16_t)a.i};
  return c;
}

static inline number from_q15(int32_t x) {
  return (x + (1 << 14)) >> 15;
}

static inline number add(number a, number b) {
  return a + b;
}

static inline number subtract(number a, number b) {
  return a - b;
}

static inline number half(number a) {
  return a >> 1;
}

static inline number half_sum(number a, number b) {
  return (a + b) >> 1;
}

static inline number half_difference(number a, number b) {
  return (a - b) >> 1;
}

static inline number product(number a, number b) {
  return from_q15(a * b);
}

static inline pair times(pair a, complex b) {
  pair c = {from_q15(a.r * b.r - a.i * b.i), from_q15(a.r * b.i + a.i * b.r)};
  return c;
}

static inline pair divide(complex a, int32_t n) {
  pair c = {from_q15(a.r * (INT16_MAX / n)), from_q15(a.i * (INT16_MAX / n))};
  return c;
}

static inline void finish(complex *y, int32_t count) {
  (void)y;
  (void)count;
}

#define RFFT  mote_rfft_s16_c
#define IRFFT mote_irfft_s16_c
#include "fft_body.h"
