/* SPDX-License-Identifier: Apache-2.0 */
/* The range of quantised outputs. */
#ifndef MOTE_OPS_COMMON_SATURATE_H
#define MOTE_OPS_COMMON_SATURATE_H

#include "requant.h"

/* To the range of the type: one instruction on most cores. */
static inline int8_t mote_saturate_s8(int32_t x) {
#ifdef __ARM_FEATURE_SAT
  return (int8_t)__builtin_arm_ssat(x, 8);
#else
  return (int8_t)mote_clamp(x, INT8_MIN, INT8_MAX);
#endif
}

static inline int16_t mote_saturate_s16(int32_t x) {
#ifdef __ARM_FEATURE_SAT
  return (int16_t)__builtin_arm_ssat(x, 16);
#else
  return (int16_t)mote_clamp(x, INT16_MIN, INT16_MAX);
#endif
}

static inline float mote_clampf(float x, float min, float max) {
  float above = x < min ? min : x; /* in this order, so that not a number stays one */
  return max < above ? max : above;
}

/* y[i] = clamp(x[i], min, max); x may be y. Fused activations come as a second pass: most of them leave the type's
 * whole range (the zero point of what a ReLU has cut is the lowest value), and then there is nothing left to do. */
void mote_clamp_s8_c(int32_t count, int32_t min, int32_t max, const int8_t *x, int8_t *y);
void mote_clamp_s16_c(int32_t count, int32_t min, int32_t max, const int16_t *x, int16_t *y);

void mote_clamp_f32_c(int32_t count, float min, float max, const float *x, float *y); /* not a number stays one */

#define mote_clamp_s8  mote_clamp_s8_c
#define mote_clamp_s16 mote_clamp_s16_c
#define mote_clamp_f32 mote_clamp_f32_c

static inline void mote_activate_s8(int32_t count, int32_t min, int32_t max, int8_t *y) {
  if (min > INT8_MIN || max < INT8_MAX) {
    mote_clamp_s8(count, min, max, y, y);
  }
}

static inline void mote_activate_s16(int32_t count, int32_t min, int32_t max, int16_t *y) {
  if (min > INT16_MIN || max < INT16_MAX) {
    mote_clamp_s16(count, min, max, y, y);
  }
}

#endif
