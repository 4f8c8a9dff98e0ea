/* SPDX-License-Identifier: Apache-2.0 */
#include "conv_2d_dot.h"
#include "conv_2d_walk.h"

static void compute(const mote_conv_2d_call *c, int32_t first, int32_t count) {
  const int8_t *w = (const int8_t *)c->w + first * c->stride + c->first;
  int32_t sums[2][MOTE_CONV_2D_UNITS];
  mote_conv_2d_dot_s16(c->gathered, w, count > 1 ? c->stride : 0, c->depth, sums);
  mote_finish_hybrid(&c->outputs, first, count, sums[1], c->y[1]);
  mote_finish_hybrid(&c->outputs, first, count, sums[0], c->y[0]);
}

void mote_conv_2d_hybrid_c(const mote_conv_2d_hybrid_params *p, mote_rows rows, const int8_t *x, float x_scale,
                           int32_t x_zero_point, const int8_t *w, const float *w_scales, const float *bias, float *y,
                           void *scratch) {
  mote_conv_2d_call c;
  c.g = &p->g;
  c.x = x;
  c.w = w;
  c.spread = mote_conv_2d_spread_s8;
  c.compute = compute;
  c.x_element_bytes = 1;
  c.element_bytes = 2;
  c.x_zero_point = x_zero_point;
  mote_outputs_set_bias(&c.outputs, bias);
  c.outputs.min = p->min;
  c.outputs.max = p->max;
  c.outputs.x_scale = x_scale;
  c.outputs.w_scale = w_scales;
  c.outputs.scale_step = p->per_channel;
  mote_conv_2d_walk(&c, rows, y, scratch);
}
