/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/channels.h"
#include "depthwise_sums.h"

#define VALUE(x) (x)

MOTE_DEFINE_DEPTHWISE_SUMS(f32, float, float, float, VALUE)

typedef struct layer {
  const float *w;
  mote_channels channels;
} layer;

static void compute(const void *context, const mote_depthwise_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  float sums[MOTE_CHANNELS];
  mote_depthwise_sums_f32(pixel, x, l->w, sums);
  mote_channels_finish_f32(&l->channels, pixel->todo, sums, y);
}

void mote_depthwise_conv_2d_f32_c(const mote_depthwise_conv_2d_f32_params *p, mote_rows rows, const float *x,
                                  const float *w, const float *bias, float *y) {
  layer l = {.w = w, .channels = {.min = p->min, .max = p->max}};
  mote_channels_set_bias(&l.channels, bias);
  mote_depthwise_run(&p->g, 0, rows, x, y, compute, &l);
}
