/* SPDX-License-Identifier: Apache-2.0 */
#include "logistic.h"

#include "../common/fixed_point.h"
#include "../common/math.h"
#include "../common/saturate.h"

void mote_logistic_s8_c(const mote_sigmoid_s8_params *p, int32_t count, const int8_t *x, int8_t *y) {
  const mote_sigmoid_s8_params q = *p;
  for (int32_t i = 0; i < count; i++) {
    int32_t difference = x[i] - q.x_zero_point;
    if (difference <= -q.radius) {
      y[i] = INT8_MIN;
    } else if (difference >= q.radius) {
      y[i] = INT8_MAX;
    } else {
      int32_t q0 = mote_fixed_logistic(mote_multiply(difference, q.multiplier, q.shift));
      y[i] = mote_saturate_s8(mote_rounding_shift(q0, 31 - 8) + INT8_MIN);
    }
  }
}

void mote_logistic_s16_c(const mote_sigmoid_s16_params *p, int32_t count, const int16_t *x, int16_t *y) {
  const mote_sigmoid_s16_params q = *p;
  for (int32_t i = 0; i < count; i++) {
    y[i] = mote_logistic_s16_value(mote_sigmoid_s16_input(&q, x[i]));
  }
}

/* The reference leaves out the 1 in the denominator below -9, which makes a difference of 1e-4. */
static inline float logistic(float x) {
  return x < -9.0f ? mote_expf(x) : mote_sigmoidf(x);
}

MOTE_UNARY_KERNEL(mote_logistic_f32_c, float, float, logistic)
