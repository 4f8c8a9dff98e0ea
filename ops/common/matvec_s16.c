/* SPDX-License-Identifier: Apache-2.0 */
#include "dot.h"
#include "load.h"
#include "matvec.h"

/* So many products of a 17-bit and an 8-bit number fit in 32 bits. */
enum { CHUNK = 1 << 7 };

/* With int32 biases the reference adds up in 32 bits, that is modulo 2^32. */
static int16_t finish(const mote_matvec *m, int32_t unit, int64_t sum) {
  const int32_t bias = unit * m->bias_step, scale = unit * m->scale_step;
  if (m->wide) {
    uint64_t total = (uint64_t)sum + (uint64_t)mote_load64((const int32_t *)m->bias + 2 * bias);
    return (int16_t)mote_requantize_wide(&m->q, (int64_t)total, m->multipliers[scale], m->shifts[scale]);
  }
  uint32_t total = (uint32_t)sum + (uint32_t)((const int32_t *)m->bias)[bias];
  return (int16_t)mote_requantize(&m->q, (int32_t)total, m->multipliers[scale], m->shifts[scale]);
}

/* 64-bit totals are added up from 32-bit sums, so that no inner loop has 64-bit arithmetic. */
void mote_matvec_s16(const mote_matvec *m, int32_t first, int32_t count, const void *x, void *y) {
  const int8_t *w = (const int8_t *)m->w + first * m->stride + m->first;
  int64_t totals[MOTE_DOT_UNITS] = {0};
  for (int32_t d = 0; d < m->depth; d += CHUNK) {
    int32_t sums[MOTE_DOT_UNITS];
    int32_t depth = m->depth - d < CHUNK ? m->depth - d : CHUNK;
    mote_dot_s16((const int16_t *)x + d, m->x_zero_point, w + d, m->stride, depth, count, 0, sums);
    for (int32_t i = 0; i < MOTE_DOT_UNITS; i++) {
      totals[i] += sums[i];
    }
  }
  for (int32_t i = 0; i < count; i++) {
    ((int16_t *)y)[first + i] = finish(m, first + i, totals[i]);
  }
}
