/* SPDX-License-Identifier: Apache-2.0 */
#include "conv_2d_dot.h"
#include "conv_2d_finish.h"
#include "conv_2d_walk.h"

static void compute(const mote_conv_2d_call *c, int32_t first, int32_t count) {
  const int8_t *w = (const int8_t *)c->w + first * c->stride + c->first;
  int32_t sums[2][MOTE_CONV_2D_UNITS];
  mote_conv_2d_dot_s16(c->gathered, w, count > 1 ? c->stride : 0, c->depth, sums);
  mote_conv_2d_finish_s8(c, first, count, sums);
}

void mote_conv_2d_s8_c(const mote_conv_2d_params *p, mote_rows rows, const int8_t *x, const int8_t *w,
                       const int32_t *bias, const int32_t *scales, int8_t *y, void *scratch) {
  mote_conv_2d_call c;
  c.spread = mote_conv_2d_spread_s8;
  c.compute = compute;
  c.x_element_bytes = 1;
  mote_conv_2d_set_integers(&c, p, x, w, bias, scales);
  mote_conv_2d_walk(&c, rows, y, scratch);
}
