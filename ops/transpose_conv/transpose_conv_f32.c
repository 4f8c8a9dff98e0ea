/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/channels.h"
#include "../common/dot.h"
#include "transpose_walk.h"

static MOTE_DEFINE_TRANSPOSE_SUMS(sums_f32, mote_dot_f32, INT32_MAX, float, float, float, float)

    typedef struct layer {
  const float *w;
  mote_channels channels;
} layer;

static void compute(const void *context, const mote_transpose_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  float sums[MOTE_CHANNELS];
  sums_f32(pixel, x, l->w, sums);
  mote_channels_finish_f32(&l->channels, pixel->units, sums, y);
}

void mote_transpose_conv_f32_c(const mote_transpose_conv_f32_params *p, mote_rows rows, const float *x, const float *w,
                               const float *bias, float *y) {
  layer l = {.w = w, .channels = {.min = p->min, .max = p->max}};
  mote_channels_set_bias(&l.channels, bias);
  mote_transpose_run(&p->g, 0, rows, x, y, compute, &l);
}
