/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Float functions without a C library, for kernels and for the tables that lower() computes.
 *
 * All but mote_rsqrtf compute in integers. So the bits are the same on every core and on the host, with or without a
 * floating-point unit, whatever its rounding mode and its treatment of subnormals; and a core without one does not pay
 * for soft float. Errors are over all floats, in units in the last place; tests/math/math_test.c measures them.
 * Infinities, zeros, subnormals, overflow and underflow are as in C's Annex F. An invalid argument or a NaN gives the
 * quiet NaN 0x7fc00000, but what rounds to whole numbers passes a NaN through. Nothing sets errno or raises flags.
 */
#ifndef MOTE_OPS_COMMON_MATH_H
#define MOTE_OPS_COMMON_MATH_H

#include "runtime/float_bits.h"

/* Within 0.53. */
float mote_expf(float x);
float mote_expm1f(float x);
float mote_sigmoidf(float x); /* 1 / (1 + exp(-x)) */
float mote_tanhf(float x);
float mote_logf(float x);
float mote_log1pf(float x);
float mote_sinf(float x); /* any finite x, fully reduced */
float mote_cosf(float x);
float mote_erff(float x);

/* Within 1.2. */
float mote_powf(float x, float y);

/* Exact, or correctly rounded. */
float mote_sqrtf(float x);
float mote_fmodf(float x, float y); /* the sign of x */
float mote_floorf(float x);
float mote_ceilf(float x);
float mote_truncf(float x);
float mote_roundf(float x); /* halves away from zero */
float mote_rintf(float x);  /* halves to even */

/* 1 / sqrt(x), rounded twice as TFLite rounds it: within 1.5. */
static inline float mote_rsqrtf(float x) {
  return 1.0f / mote_sqrtf(x);
}

static inline float mote_fabsf(float x) {
  return mote_bits_to_float(mote_float_to_bits(x) & 0x7fffffff);
}

static inline float mote_copysignf(float x, float sign) {
  return mote_bits_to_float((mote_float_to_bits(x) & 0x7fffffff) | (mote_float_to_bits(sign) & 0x80000000));
}

#endif
