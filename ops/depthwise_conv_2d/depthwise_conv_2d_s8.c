/* SPDX-License-Identifier: Apache-2.0 */
#include "depthwise.h"
#include "depthwise_slide.h"

typedef struct layer {
  const int8_t *w;
  mote_outputs outputs;
} layer;

static void compute(const void *context, const mote_depthwise_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  int32_t sums[MOTE_DEPTHWISE_AT_ONCE];
  mote_depthwise_sums_s8(pixel, x, l->w, sums);
  mote_finish_s8(&l->outputs, pixel->todo.first, pixel->todo.end - pixel->todo.first, sums, y);
}

void mote_depthwise_conv_2d_s8_c(const mote_depthwise_conv_2d_params *p, mote_rows rows, const int8_t *x,
                                 const int8_t *w, const int32_t *bias, const int32_t *scales, int8_t *y) {
  layer l;
  l.w = w;
  mote_outputs_set_bias(&l.outputs, bias);
  mote_outputs_set_requant(&l.outputs, &p->q, scales, p->g.y.channels);
  if (mote_depthwise_can_slide(&p->g, &l.outputs)) {
    mote_depthwise_slide_s8(p, rows, x, w, &l.outputs, y);
  } else {
    mote_depthwise_run(&p->g, p->x_zero_point, rows, x, y, mote_depthwise_at_once(bias != NULL, p->q.per_channel),
                       compute, &l);
  }
}
