/* SPDX-License-Identifier: Apache-2.0 */
#include "log_softmax.h"

#include "../common/fixed_point.h"
#include "../common/math.h"
#include "../common/saturate.h"

static inline int32_t to_q5(const mote_softmax_scale *scale, int32_t difference) {
  return mote_fixed_multiply(difference * (1 << scale->shift), scale->multiplier);
}

static void log_softmax_s8(const mote_log_softmax_s8_params *p, const int8_t *x, int8_t *y) {
  int32_t max = INT8_MIN, sum = 0;
  for (int32_t i = 0; i < p->depth; i++) {
    max = x[i] > max ? x[i] : max;
  }
  for (int32_t i = 0; i < p->depth; i++) {
    if (x[i] - max >= p->scale.diff_min) {
      sum += mote_rounding_shift(mote_fixed_exp(to_q5(&p->scale, x[i] - max), 5), 12);
    }
  }
  const int32_t log_sum = mote_fixed_log(sum);
  /* Lower differences would not fit in Q5 with the logarithm subtracted. */
  int32_t lowest = mote_multiply(log_sum + INT32_MIN, p->inverse_multiplier, p->inverse_shift);
  lowest = lowest > p->scale.diff_min - 1 ? lowest : p->scale.diff_min - 1;
  for (int32_t i = 0; i < p->depth; i++) {
    int32_t value = INT8_MIN;
    if (x[i] - max > lowest) {
      value = mote_rounding_shift(to_q5(&p->scale, x[i] - max) - log_sum, 31 - 5 - 4) + INT8_MAX;
    }
    y[i] = mote_saturate_s8(value);
  }
}

void mote_log_softmax_s8_c(const mote_log_softmax_s8_params *p, mote_rows rows, const int8_t *x, int8_t *y) {
  for (int32_t row = rows.first; row < rows.end; row++) {
    log_softmax_s8(p, x + row * p->depth, y + row * p->depth);
  }
}

static void log_softmax_f32(int32_t depth, const float *x, float *y) {
  float max = x[0], sum = 0.0f;
  for (int32_t i = 1; i < depth; i++) {
    max = x[i] > max ? x[i] : max;
  }
  for (int32_t i = 0; i < depth; i++) {
    sum += mote_expf(x[i] - max);
  }
  const float log_sum = mote_logf(sum);
  for (int32_t i = 0; i < depth; i++) {
    y[i] = x[i] - max - log_sum;
  }
}

void mote_log_softmax_f32_c(const mote_log_softmax_f32_params *p, mote_rows rows, const float *x, float *y) {
  for (int32_t row = rows.first; row < rows.end; row++) {
    log_softmax_f32(p->depth, x + row * p->depth, y + row * p->depth);
  }
}
