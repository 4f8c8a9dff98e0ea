/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/math.h"
#include "l2_normalization.h"

void mote_l2_normalization_f32_c(const mote_l2_normalization_params *p, const float *x, float *y) {
  for (int32_t i = 0; i < p->vectors; i++, x += p->depth, y += p->depth) {
    float sum = 0.0f;
    for (int32_t d = 0; d < p->depth; d++) {
      sum += x[d] * x[d];
    }
    float norm = mote_sqrtf(sum);
    norm = norm < 1e-6f ? 1e-6f : norm;
    for (int32_t d = 0; d < p->depth; d++) {
      y[d] = x[d] / norm;
    }
  }
}
