/* SPDX-License-Identifier: Apache-2.0 */
#include "prelu.h"

static inline int32_t prelu(const mote_prelu_params *p, int32_t x, int32_t alpha, int32_t min, int32_t max) {
  int32_t difference = x - p->x_zero_point;
  int32_t y = difference >= 0
                  ? mote_multiply(difference, p->multiplier, p->shift)
                  : mote_multiply(difference * (alpha - p->alpha_zero_point), p->alpha_multiplier, p->alpha_shift);
  return mote_clamp(y, min - p->y_zero_point, max - p->y_zero_point) + p->y_zero_point;
}

static inline int8_t prelu_s8(const mote_prelu_params *p, int8_t x, int8_t alpha) {
  return (int8_t)prelu(p, x, alpha, INT8_MIN, INT8_MAX);
}

static inline int16_t prelu_s16(const mote_prelu_params *p, int16_t x, int8_t alpha) {
  return (int16_t)prelu(p, x, alpha, INT16_MIN, INT16_MAX);
}

static inline float prelu_f32(const mote_binary_params *p, float x, float alpha) {
  (void)p;
  return x >= 0.0f ? x : x * alpha;
}

MOTE_BINARY_KERNEL(mote_prelu_s8_c, mote_prelu_params, int8_t, int8_t, int8_t, prelu_s8)
MOTE_BINARY_KERNEL(mote_prelu_s16_c, mote_prelu_params, int16_t, int8_t, int16_t, prelu_s16)
MOTE_BINARY_KERNEL(mote_prelu_f32_c, mote_binary_params, float, float, float, prelu_f32)
