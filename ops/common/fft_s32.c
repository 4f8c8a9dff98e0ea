/* SPDX-License-Identifier: Apache-2.0 */
#include "fft.h"

#include <string.h>

typedef int32_t scalar;
typedef mote_complex_s32 complex;

static inline scalar from_q31(int64_t x) {
  return (int32_t)((x + (1 << 30)) >> 31);
}

static inline scalar add(scalar a, scalar b) {
  return (int32_t)((uint32_t)a + (uint32_t)b);
}

static inline scalar subtract(scalar a, scalar b) {
  return (int32_t)((uint32_t)a - (uint32_t)b);
}

static inline scalar half(scalar a) {
  return a >> 1;
}

static inline scalar half_sum(scalar a, scalar b) {
  return add(a, b) >> 1;
}

static inline scalar half_difference(scalar a, scalar b) {
  return subtract(a, b) >> 1;
}

static inline scalar product(scalar a, scalar b) {
  return from_q31((int64_t)a * b);
}

static inline complex times(complex a, complex b) {
  complex c = {from_q31((int64_t)a.r * b.r - (int64_t)a.i * b.i), from_q31((int64_t)a.r * b.i + (int64_t)a.i * b.r)};
  return c;
}

static inline complex divide(complex a, int32_t n) {
  complex c = {product(a.r, INT32_MAX / n), product(a.i, INT32_MAX / n)};
  return c;
}

static inline void finish(complex *y, int32_t count) {
  (void)y;
  (void)count;
}

#define RFFT  mote_rfft_s32_c
#define IRFFT mote_irfft_s32_c
#include "fft_body.h"
