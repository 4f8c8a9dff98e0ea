/* SPDX-License-Identifier: Apache-2.0 */
#include "conv_2d_dot.h"
#include "conv_2d_walk.h"

/* So many products of a 16-bit and an 8-bit number fit in 32 bits. */
enum { CHUNK = 1 << 8 };

static MOTE_CONV_2D_SPREAD(spread, int16_t, int16_t, 0)

    /* 64-bit totals are added up from 32-bit sums, so that no inner loop has 64-bit arithmetic. */
    static void compute(const mote_conv_2d_call *c, int32_t first, int32_t count) {
  const int8_t *w = (const int8_t *)c->w + first * c->stride + c->first;
  const int16_t *x = c->gathered;
  int64_t totals[2][MOTE_CONV_2D_UNITS] = {{0}};
  for (int32_t d = 0; d < c->depth; d += CHUNK) {
    int32_t sums[2][MOTE_CONV_2D_UNITS];
    int32_t depth = c->depth - d < CHUNK ? c->depth - d : CHUNK;
    mote_conv_2d_dot_s16(x + 2 * d, w + d, count > 1 ? c->stride : 0, depth, sums);
    for (int32_t i = 0; i < MOTE_CONV_2D_UNITS; i++) {
      totals[0][i] += sums[0][i];
      totals[1][i] += sums[1][i];
    }
  }
  mote_finish_s16(&c->outputs, first, count, totals[1], c->y[1]);
  mote_finish_s16(&c->outputs, first, count, totals[0], c->y[0]);
}

void mote_conv_2d_s16_c(const mote_conv_2d_params *p, mote_rows rows, const int16_t *x, const int8_t *w,
                        const void *bias, const int32_t *scales, int16_t *y, void *scratch) {
  mote_conv_2d_call c;
  c.spread = spread;
  c.compute = compute;
  c.x_element_bytes = 2;
  mote_conv_2d_set_integers(&c, p, x, w, bias, scales);
  mote_conv_2d_walk(&c, rows, y, scratch);
}
