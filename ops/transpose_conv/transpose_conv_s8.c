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
  mote_finish_s8(&l->outputs, pixel->units.first, pixel->units.end - pixel->units.first, sums, y);
}

void mote_transpose_conv_s8_c(const mote_transpose_conv_params *p, mote_rows rows, const int8_t *x, const int8_t *w,
                              const int32_t *bias, const int32_t *scales, int8_t *y) {
  layer l;
  l.w = w;
  mote_outputs_set_bias(&l.outputs, bias);
  mote_outputs_set_requant(&l.outputs, &p->q, scales, p->g.y.channels);
  mote_transpose_run(&p->g, p->x_zero_point, rows, x, y, compute, &l);
}
