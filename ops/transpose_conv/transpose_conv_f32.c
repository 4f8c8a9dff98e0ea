/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/dot.h"
#include "transpose_walk.h"

static MOTE_DEFINE_TRANSPOSE_SUMS(sums_f32, mote_dot_f32, INT32_MAX, 0, float, float, float, float)

    typedef struct layer {
  const float *w;
  mote_outputs outputs;
} layer;

static void compute(const void *context, const mote_transpose_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  float sums[MOTE_OUTPUTS_AT_ONCE];
  sums_f32(pixel, x, l->w, sums);
  mote_finish_f32(&l->outputs, pixel->units.first, pixel->units.end - pixel->units.first, sums, y);
}

void mote_transpose_conv_f32_c(const mote_transpose_conv_f32_params *p, mote_rows rows, const float *x, const float *w,
                               const float *bias, float *y) {
  layer l;
  l.w = w;
  l.outputs.min = p->min;
  l.outputs.max = p->max;
  mote_outputs_set_bias(&l.outputs, bias);
  mote_transpose_run(&p->g, 0, rows, x, y, compute, &l);
}
