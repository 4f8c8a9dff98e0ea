/* SPDX-License-Identifier: Apache-2.0 */
#include "add_n.h"

#include "../common/requant.h"

/* Each input is brought to half its scale, shifted left by 20 bits. (TFLite Micro counts the zero point once more.) */
void mote_add_n_s8_c(const mote_add_n_s8_params *p, void *const *x, int8_t *y) {
  const mote_add_n_s8_params q = *p;
  for (int32_t i = 0; i < q.count; i++) {
    int32_t sum = -q.inputs * q.x_zero_point;
    for (int32_t j = 0; j < q.inputs; j++) {
      sum += ((const int8_t *)x[j])[i];
    }
    int32_t value = mote_multiply(sum * (1 << 19), q.multiplier, q.shift);
    y[i] = (int8_t)mote_clamp(value + q.y_zero_point, INT8_MIN, INT8_MAX);
  }
}

void mote_add_n_f32_c(const mote_add_n_params *p, void *const *x, float *y) {
  const mote_add_n_params q = *p;
  for (int32_t i = 0; i < q.count; i++) {
    float sum = 0;
    for (int32_t j = 0; j < q.inputs; j++) {
      sum += ((const float *)x[j])[i];
    }
    y[i] = sum;
  }
}

void mote_add_n_s32_c(const mote_add_n_params *p, void *const *x, int32_t *y) {
  const mote_add_n_params q = *p;
  for (int32_t i = 0; i < q.count; i++) {
    uint32_t sum = 0;
    for (int32_t j = 0; j < q.inputs; j++) {
      sum += ((const uint32_t *)x[j])[i];
    }
    y[i] = (int32_t)sum;
  }
}
