/* SPDX-License-Identifier: Apache-2.0 */
#include "fully_connected.h"

void mote_fully_connected_f32_c(const mote_fully_connected_f32_params *p, mote_rows units, const float *x,
                                const float *w, const float *bias, float *y) {
  for (int32_t b = 0; b < p->batches; b++) {
    for (int32_t u = units.first; u < units.end; u++) {
      const float *row = w + u * p->depth;
      float sum = 0.0f;
      for (int32_t d = 0; d < p->depth; d++) {
        sum += x[d] * row[d];
      }
      sum += bias ? bias[u] : 0.0f;
      y[u] = sum < p->min ? p->min : sum > p->max ? p->max : sum;
    }
    x += p->depth;
    y += p->units;
  }
}
