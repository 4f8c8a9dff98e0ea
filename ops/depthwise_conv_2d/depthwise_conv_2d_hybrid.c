/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/channels.h"
#include "depthwise.h"

typedef struct layer {
  const int8_t *w;
  const float *w_scales;
  int32_t per_channel;
  float x_scale;
  mote_channels channels;
} layer;

static void compute(const void *context, const mote_depthwise_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  const mote_rows todo = pixel->todo;
  int32_t sums[MOTE_CHANNELS];
  float scaled[MOTE_CHANNELS];
  mote_depthwise_sums_s8(pixel, x, l->w, sums);
  for (int32_t c = todo.first; c < todo.end; c++) {
    scaled[c - todo.first] = (float)sums[c - todo.first] * (l->w_scales[c * l->per_channel] * l->x_scale);
  }
  mote_channels_finish_f32(&l->channels, todo, scaled, y);
}

void mote_depthwise_conv_2d_hybrid_c(const mote_depthwise_conv_2d_hybrid_params *p, mote_rows rows, const int8_t *x,
                                     float x_scale, int32_t x_zero_point, const int8_t *w, const float *w_scales,
                                     const float *bias, float *y) {
  layer l = {.w = w,
             .w_scales = w_scales,
             .per_channel = p->per_channel,
             .x_scale = x_scale,
             .channels = {.min = p->min, .max = p->max}};
  mote_channels_set_bias(&l.channels, bias);
  mote_depthwise_run(&p->g, x_zero_point, rows, x, y, compute, &l);
}
