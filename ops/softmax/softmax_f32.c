/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/math.h"
#include "softmax.h"

static float largest(const float *x, int32_t depth) {
  float max = x[0];
  for (int32_t i = 1; i < depth; i++) {
    max = x[i] > max ? x[i] : max;
  }
  return max;
}

void mote_softmax_f32_c(const mote_softmax_f32_params *p, mote_rows rows, const float *x, float *y) {
  x += rows.first * p->depth;
  y += rows.first * p->depth;
  for (int32_t row = rows.first; row < rows.end; row++) {
    float max = largest(x, p->depth), sum = 0.0f;
    for (int32_t i = 0; i < p->depth; i++) {
      y[i] = mote_expf((x[i] - max) * p->beta);
      sum += y[i];
    }
    for (int32_t i = 0; i < p->depth; i++) {
      y[i] /= sum;
    }
    x += p->depth;
    y += p->depth;
  }
}
