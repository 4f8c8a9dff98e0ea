/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From an accumulator to a quantised output, with the bits of the TFLite reference kernels (as TFLite Micro builds
 * them: two roundings for 32-bit accumulators).
 */
#ifndef MOTE_OPS_COMMON_REQUANT_H
#define MOTE_OPS_COMMON_REQUANT_H

#include <stdint.h>

/* What follows the multiplication. 16 bits hold every value of an int8, uint8 or int16 output. */
typedef struct mote_requant {
  int16_t y_offset;    /* zero point of the output */
  int16_t min, max;    /* of the output, fused activation included */
  int16_t per_channel; /* 1: the scales are one a channel; 0: one for all */
} mote_requant;

/*
 * The scales operand of a kernel: `count` multipliers, then `count` shifts as int8, count being the channels or 1.
 * scale = multiplier * 2^(shift - 31).
 */
static inline const int8_t *mote_scale_shifts(const int32_t *scales, int32_t count) {
  return (const int8_t *)(scales + count);
}

/* x / 2^exponent, exponent in [0, 31], to the nearest, halves away from zero. */
static inline int32_t mote_rounding_shift(int32_t x, int32_t exponent) {
  int32_t mask = (int32_t)((1u << exponent) - 1);
  int32_t remainder = x & mask;
  int32_t threshold = (int32_t)((uint32_t)mask >> 1) + (x < 0);
  return (x >> exponent) + (remainder > threshold);
}

/* x * multiplier / 2^31 to the nearest, for a multiplier that is not negative. */
static inline int32_t mote_high_multiply(int32_t x, int32_t multiplier) {
  return (int32_t)(((int64_t)x * multiplier + (1 << 30)) >> 31);
}

/* x * multiplier * 2^(shift - 31), shift in [-31, 30], rounded twice as the reference does. */
static inline int32_t mote_multiply(int32_t x, int32_t multiplier, int32_t shift) {
  int32_t left = shift > 0 ? shift : 0;
  int32_t right = left - shift;
  int32_t y = mote_high_multiply((int32_t)((uint32_t)x << left), multiplier);
  if (right > 0) { /* mote_rounding_shift(); y is never INT32_MIN */
    y = (((y + (y >> 31)) >> (right - 1)) + 1) >> 1;
  }
  return y;
}

/* The same for a 64-bit accumulator (|x| < 2^47), whose multiplier the reference cuts to 16 bits; shift below 8. */
static inline int32_t mote_multiply_wide(int64_t x, int32_t multiplier, int32_t shift) {
  uint32_t reduced = multiplier < 0x7FFF0000 ? ((uint32_t)multiplier + (1 << 15)) >> 16 : 0x7FFF;
  int32_t total = 15 - shift;
  uint64_t product = (uint64_t)x * reduced + ((uint64_t)1 << (total - 1));
  return (int32_t)((int64_t)product >> total);
}

static inline int32_t mote_clamp(int32_t x, int32_t min, int32_t max) {
  x = x < min ? min : x;
  return x > max ? max : x;
}

/* A multiplied accumulator, which may have any value, to the output. */
static inline int32_t mote_offset_and_clamp(const mote_requant *q, int32_t y) {
  return mote_clamp(y, q->min - q->y_offset, q->max - q->y_offset) + q->y_offset;
}

static inline int32_t mote_requantize(const mote_requant *q, int32_t accumulator, int32_t multiplier, int32_t shift) {
  return mote_offset_and_clamp(q, mote_multiply(accumulator, multiplier, shift));
}

static inline int32_t mote_requantize_wide(const mote_requant *q, int64_t accumulator, int32_t multiplier,
                                           int32_t shift) {
  return mote_offset_and_clamp(q, mote_multiply_wide(accumulator, multiplier, shift));
}

#endif
