/* SPDX-License-Identifier: Apache-2.0 */
#include "dot.h"
#include "matvec.h"

/* So many products of a 17-bit and an 8-bit number fit in 32 bits. */
enum { CHUNK = 1 << 7 };

/* 64-bit totals are added up from 32-bit sums, so that no inner loop has 64-bit arithmetic. */
void mote_matvec_s16(const mote_matvec *m, int32_t first, int32_t count, const void *x, void *y) {
  const int8_t *w = (const int8_t *)m->w + first * m->depth;
  int64_t totals[MOTE_DOT_UNITS] = {0};
  for (int32_t d = 0; d < m->depth; d += CHUNK) {
    int32_t sums[MOTE_DOT_UNITS];
    int32_t depth = m->depth - d < CHUNK ? m->depth - d : CHUNK;
    mote_dot_s16((const int16_t *)x + d, m->x_zero_point, w + d, m->depth, depth, count, 0, sums);
    for (int32_t i = 0; i < MOTE_DOT_UNITS; i++) {
      totals[i] += sums[i];
    }
  }
  mote_finish_s16(&m->outputs, first, count, totals, y);
}
