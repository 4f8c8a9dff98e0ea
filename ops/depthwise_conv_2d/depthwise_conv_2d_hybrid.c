/* SPDX-License-Identifier: Apache-2.0 */
#include "depthwise.h"

typedef struct layer {
  const int8_t *w;
  mote_outputs outputs;
} layer;

static void compute(const void *context, const mote_depthwise_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  int32_t sums[MOTE_OUTPUTS_AT_ONCE];
  mote_depthwise_sums_s8(pixel, x, l->w, sums);
  mote_finish_hybrid(&l->outputs, pixel->todo.first, pixel->todo.end - pixel->todo.first, sums, y);
}

void mote_depthwise_conv_2d_hybrid_c(const mote_depthwise_conv_2d_hybrid_params *p, mote_rows rows, const int8_t *x,
                                     float x_scale, int32_t x_zero_point, const int8_t *w, const float *w_scales,
                                     const float *bias, float *y) {
  layer l;
  l.w = w;
  l.outputs.x_scale = x_scale;
  l.outputs.w_scale = w_scales;
  l.outputs.scale_step = p->per_channel;
  l.outputs.min = p->min;
  l.outputs.max = p->max;
  mote_outputs_set_bias(&l.outputs, bias);
  mote_depthwise_run(&p->g, x_zero_point, rows, x, y, MOTE_OUTPUTS_AT_ONCE, compute, &l);
}
