/* SPDX-License-Identifier: Apache-2.0 */
#include "conv_2d_dot.h"
#include "conv_2d_walk.h"

static MOTE_CONV_2D_SPREAD(spread, float, float, 0.0f)

    static void compute(const mote_conv_2d_call *c, int32_t first, int32_t count) {
  const float *w = (const float *)c->w + first * c->stride + c->first;
  float sums[2][MOTE_CONV_2D_UNITS];
  mote_conv_2d_dot_f32(c->gathered, w, count > 1 ? c->stride : 0, c->depth, sums);
  mote_finish_f32(&c->outputs, first, count, sums[1], c->y[1]);
  mote_finish_f32(&c->outputs, first, count, sums[0], c->y[0]);
}

void mote_conv_2d_f32_c(const mote_conv_2d_f32_params *p, mote_rows rows, const float *x, const float *w,
                        const float *bias, float *y, void *scratch) {
  mote_conv_2d_call c;
  c.g = &p->g;
  c.x = x;
  c.w = w;
  c.spread = spread;
  c.compute = compute;
  c.x_element_bytes = sizeof(float);
  c.element_bytes = sizeof(float);
  mote_outputs_set_bias(&c.outputs, bias);
  c.outputs.min = p->min;
  c.outputs.max = p->max;
  mote_conv_2d_walk(&c, rows, y, scratch);
}
