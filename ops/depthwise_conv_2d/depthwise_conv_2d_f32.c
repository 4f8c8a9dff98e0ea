/* SPDX-License-Identifier: Apache-2.0 */
#include "depthwise_sums.h"

#define VALUE(x) (x)

MOTE_DEFINE_DEPTHWISE_SUMS(f32, float, float, float, VALUE)

typedef struct layer {
  const float *w;
  mote_outputs outputs;
} layer;

static void compute(const void *context, const mote_depthwise_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  float sums[MOTE_DEPTHWISE_AT_ONCE];
  mote_depthwise_sums_f32(pixel, x, l->w, sums);
  mote_finish_f32(&l->outputs, pixel->todo.first, pixel->todo.end - pixel->todo.first, sums, y);
}

void mote_depthwise_conv_2d_f32_c(const mote_depthwise_conv_2d_f32_params *p, mote_rows rows, const float *x,
                                  const float *w, const float *bias, float *y) {
  layer l;
  l.w = w;
  l.outputs.min = p->min;
  l.outputs.max = p->max;
  mote_outputs_set_bias(&l.outputs, bias);
  mote_depthwise_run(&p->g, 0, rows, x, y, mote_depthwise_at_once(bias != NULL, true), compute, &l);
}
