/* SPDX-License-Identifier: Apache-2.0 */
#include "fft.h"

#include <string.h>

typedef int32_t scalar;
typedef mote_complex_s32 complex;

typedef scalar number;
typedef complex pair;

static inline complex store(pair a) {
  return a;
}

static inline number from_q31(int64_t x) {
  return (int32_t)((x + (1 << 30)) >> 31);
}

static inline number add(number a, number b) {
  return (int32_t)((uint32_t)a + (uint32_t)b);
}

static inline number subtract(number a, number b) {
  return (int32_t)((uint32_t)a - (uint32_t)b);
}

static inline number half(number a) {
  return a >> 1;
}

static inline number half_sum(number a, number b) {
  return add(a, b) >> 1;
}

static inline number half_difference(number a, number b) {
  return subtract(a, b) >> 1;
}

static inline number product(number a, number b) {
  return from_q31((int64_t)a * b);
}

static inline pair times(pair a, complex b) {
  pair c = {from_q31((int64_t)a.r * b.r - (int64_t)a.i * b.i), from_q31((int64_t)a.r * b.i + (int64_t)a.i * b.r)};
  return c;
}

static inline pair divide(complex a, int32_t n) {
  pair c = {product(a.r, INT32_MAX / n), product(a.i, INT32_MAX / n)};
  return c;
}

static inline void finish(complex *y, int32_t count) {
  (void)y;
  (void)count;
}

#define RFFT  mote_rfft_s32_c
#define IRFFT mote_irfft_s32_c
#include "fft_body.h"
