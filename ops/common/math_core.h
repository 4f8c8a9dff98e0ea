/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of math.h share. "Q31" is a fixed-point number with 31 bits after the point. */
#ifndef MOTE_OPS_COMMON_MATH_CORE_H
#define MOTE_OPS_COMMON_MATH_CORE_H

#include "runtime/float_bits.h"

#define MOTE_FLOAT_SIGN     0x80000000
#define MOTE_FLOAT_INFINITY 0x7f800000
#define MOTE_FLOAT_NAN      0x7fc00000
#define MOTE_FLOAT_ONE      0x3f800000

/* mantissa * 2^(exponent - 31), the mantissa's highest bit set: 1 to 2 in Q31, times a power of two. Or mantissa 0. */
typedef struct mote_unpacked {
  uint32_t mantissa;
  int32_t exponent;
  uint32_t sign; /* MOTE_FLOAT_SIGN or 0 */
} mote_unpacked;

/* The upper half of the product. */
#if defined(__thumb__) && !defined(__thumb2__) /* Cortex-M0, M0+, M23: no long multiplication; smaller and faster so */
uint32_t mote_mulhi(uint32_t a, uint32_t b);
#else
static inline uint32_t mote_mulhi(uint32_t a, uint32_t b) {
  return (uint32_t)((uint64_t)a * b >> 32);
}
#endif

/* The nearest float, down to subnormals and zero and up to infinity. The mantissa's highest bit is set. */
float mote_math_pack(uint32_t sign, int32_t exponent, uint32_t mantissa);
/* As above, of a product: mantissa * 2^(exponent - 63), not zero; any highest bit. */
float mote_math_pack_product(uint32_t sign, int32_t exponent, uint64_t mantissa);
/* A finite float other than zero. */
void mote_math_unpack(mote_unpacked *x, uint32_t bits);
/* Shifts the mantissa, not zero, up to its highest bit; the bits below the upper 32 are cut off. */
void mote_math_normalize(mote_unpacked *x, uint64_t mantissa, int32_t exponent);

/* (2^f - 1) / f for f from 0 to 1, all in Q32. */
uint32_t mote_math_exp2_slope(uint32_t f);
/* 2^t, t in Q32: a mantissa in Q31, and its exponent. */
uint32_t mote_math_exp2(uint64_t t, int32_t *exponent);
/* exp(x) for |x| below 2^7. */
uint32_t mote_math_exp(uint32_t bits, int32_t *exponent);
/* exp(x) - 1 for x from 2^-30 to 2^7. */
uint32_t mote_math_expm1(uint32_t bits, int32_t *exponent);
/* v / (1 + v) for v = mantissa * 2^(exponent - 31). */
float mote_math_ratio(uint32_t sign, int32_t exponent, uint32_t mantissa);

/* log2 of a positive number; mantissa 0 for log2(1). */
void mote_math_log2(mote_unpacked *x);
/* log2(1 + r) / r in Q31, for r from sqrt(0.5) - 1 to sqrt(2) - 1: Q32 in two's complement. */
uint32_t mote_math_log2_slope(uint32_t r);

#endif
