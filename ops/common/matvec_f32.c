/* SPDX-License-Identifier: Apache-2.0 */
#include "dot.h"
#include "matvec.h"

void mote_matvec_f32(const mote_matvec *m, int32_t first, int32_t count, const void *x, void *y) {
  const float *w = (const float *)m->w + first * m->depth;
  float sums[MOTE_DOT_UNITS];
  mote_dot_f32(x, 0.0f, w, m->depth, m->depth, count, 0.0f, sums);
  mote_finish_f32(&m->outputs, first, count, sums, y);
}
