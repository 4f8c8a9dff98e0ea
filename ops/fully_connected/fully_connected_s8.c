/* SPDX-License-Identifier: Apache-2.0 */
#include "fully_connected.h"

enum { BLOCK = 4 };

/* Four units at a time, so that each input is loaded and offset once for four products. */
static void dot_block(const int8_t *x, const int8_t *const w[BLOCK], int32_t depth, int32_t x_offset,
                      int32_t sums[BLOCK]) {
  const int8_t *w0 = w[0], *w1 = w[1], *w2 = w[2], *w3 = w[3];
  int32_t s0 = sums[0], s1 = sums[1], s2 = sums[2], s3 = sums[3];
  for (const int8_t *end = x + depth; x < end;) {
    int32_t value = *x++ + x_offset;
    s0 += value * *w0++;
    s1 += value * *w1++;
    s2 += value * *w2++;
    s3 += value * *w3++;
  }
  sums[0] = s0;
  sums[1] = s1;
  sums[2] = s2;
  sums[3] = s3;
}

void mote_fully_connected_s8_c(const mote_fully_connected_params *p, mote_rows units, const int8_t *x, const int8_t *w,
                               const int32_t *bias, const int32_t *scales, int8_t *y) {
  const int8_t *shifts = mote_scale_shifts(scales, p->q.per_channel ? p->units : 1);
  for (int32_t b = 0; b < p->batches; b++) {
    for (int32_t unit = units.first; unit < units.end; unit += BLOCK) {
      int32_t count = units.end - unit < BLOCK ? units.end - unit : BLOCK;
      const int8_t *rows[BLOCK];
      int32_t sums[BLOCK];
      for (int32_t i = 0; i < BLOCK; i++) { /* the last block repeats its first unit, and drops the result */
        int32_t u = i < count ? unit + i : unit;
        rows[i] = w + u * p->depth;
        sums[i] = bias ? bias[u] : 0;
      }
      dot_block(x, rows, p->depth, p->x_offset, sums);
      for (int32_t i = 0; i < count; i++) {
        int32_t c = p->q.per_channel ? unit + i : 0;
        y[unit + i] = (int8_t)mote_requantize(&p->q, sums[i], scales[c], shifts[c]);
      }
    }
    x += p->depth;
    y += p->units;
  }
}
