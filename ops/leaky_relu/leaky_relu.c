/* SPDX-License-Identifier: Apache-2.0 */
#include "leaky_relu.h"

static inline int32_t leaky_relu(const mote_leaky_relu_params *p, int32_t x, int32_t min, int32_t max) {
  int32_t difference = x - p->x_zero_point;
  int32_t y = difference >= 0 ? mote_multiply(difference, p->multiplier, p->shift)
                              : mote_multiply(difference, p->alpha_multiplier, p->alpha_shift) * p->alpha_sign;
  return mote_clamp(y, min - p->y_zero_point, max - p->y_zero_point) + p->y_zero_point;
}

void mote_leaky_relu_s8_c(const mote_leaky_relu_params *p, int32_t count, const int8_t *x, int8_t *y) {
  const mote_leaky_relu_params q = *p;
  for (int32_t i = 0; i < count; i++) {
    y[i] = (int8_t)leaky_relu(&q, x[i], INT8_MIN, INT8_MAX);
  }
}

void mote_leaky_relu_s16_c(const mote_leaky_relu_params *p, int32_t count, const int16_t *x, int16_t *y) {
  const mote_leaky_relu_params q = *p;
  for (int32_t i = 0; i < count; i++) {
    y[i] = (int16_t)leaky_relu(&q, x[i], INT16_MIN, INT16_MAX);
  }
}

void mote_leaky_relu_f32_c(const mote_leaky_relu_f32_params *p, int32_t count, const float *x, float *y) {
  const mote_leaky_relu_f32_params q = *p;
  for (int32_t i = 0; i < count; i++) {
    y[i] = x[i] > 0 ? x[i] : x[i] * q.alpha;
  }
}
