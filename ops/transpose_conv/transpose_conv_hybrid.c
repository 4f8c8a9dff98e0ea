/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/channels.h"
#include "transpose_walk.h"

typedef struct layer {
  const int8_t *w;
  const float *w_scales;
  int32_t per_channel;
  float x_scale;
  mote_channels channels;
} layer;

static void compute(const void *context, const mote_transpose_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  const mote_rows units = pixel->units;
  int32_t sums[MOTE_CHANNELS];
  float scaled[MOTE_CHANNELS];
  mote_transpose_sums_s8(pixel, x, l->w, sums);
  for (int32_t u = units.first; u < units.end; u++) {
    scaled[u - units.first] = (float)sums[u - units.first] * (l->w_scales[u * l->per_channel] * l->x_scale);
  }
  mote_channels_finish_f32(&l->channels, units, scaled, y);
}

void mote_transpose_conv_hybrid_c(const mote_transpose_conv_hybrid_params *p, mote_rows rows, const int8_t *x,
                                  float x_scale, int32_t x_zero_point, const int8_t *w, const float *w_scales,
                                  const float *bias, float *y) {
  layer l = {.w = w,
             .w_scales = w_scales,
             .per_channel = p->per_channel,
             .x_scale = x_scale,
             .channels = {.min = p->min, .max = p->max}};
  mote_channels_set_bias(&l.channels, bias);
  mote_transpose_run(&p->g, x_zero_point, rows, x, y, compute, &l);
}
