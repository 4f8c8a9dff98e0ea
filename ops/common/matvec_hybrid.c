/* SPDX-License-Identifier: Apache-2.0 */
#include "dot.h"
#include "matvec.h"

void mote_matvec_hybrid(const mote_matvec *m, int32_t first, int32_t count, const void *x, void *y) {
  const int8_t *w = (const int8_t *)m->w + first * m->depth;
  int32_t sums[MOTE_DOT_UNITS];
  mote_dot_s8(x, m->x_zero_point, w, m->depth, m->depth, count, 0, sums);
  mote_finish_hybrid(&m->outputs, first, count, sums, y);
}
