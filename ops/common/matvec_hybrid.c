/* SPDX-License-Identifier: Apache-2.0 */
#include "dot.h"
#include "matvec_finish.h"

void mote_matvec_hybrid(const mote_matvec *m, int32_t first, int32_t count, const void *x, void *y) {
  const int8_t *w = (const int8_t *)m->w + first * m->stride + m->first;
  const float *w_scale = m->w_scale + first * m->scale_step;
  int32_t sums[MOTE_DOT_UNITS];
  float scaled[MOTE_DOT_UNITS];
  mote_dot_s8(x, m->x_zero_point, w, m->stride, m->depth, count, 0, sums);
  for (int32_t i = 0; i < count; i++) {
    scaled[i] = (float)sums[i] * *w_scale * m->x_scale;
    w_scale += m->scale_step;
  }
  mote_finish_f32(m, first, count, scaled, y);
}
