/* SPDX-License-Identifier: Apache-2.0 */
#include "transpose_walk.h"

typedef struct layer {
  const int8_t *w;
  mote_outputs outputs;
} layer;

static void compute(const void *context, const mote_transpose_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  int32_t sums[MOTE_OUTPUTS_AT_ONCE];
  mote_transpose_sums_s8(pixel, x, l->w, sums);
  mote_finish_hybrid(&l->outputs, pixel->units.first, pixel->units.end - pixel->units.first, sums, y);
}

void mote_transpose_conv_hybrid_c(const mote_transpose_conv_hybrid_params *p, mote_rows rows, const int8_t *x,
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
  mote_transpose_run(&p->g, x_zero_point, rows, x, y, compute, &l);
}
