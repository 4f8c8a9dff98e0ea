/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/channels.h"
#include "transpose_walk.h"

typedef struct layer {
  const int8_t *w;
  mote_channels channels;
} layer;

static void compute(const void *context, const mote_transpose_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  int32_t sums[MOTE_CHANNELS];
  mote_transpose_sums_s8(pixel, x, l->w, sums);
  mote_channels_finish_s8(&l->channels, pixel->units, sums, y);
}

void mote_transpose_conv_s8_c(const mote_transpose_conv_params *p, mote_rows rows, const int8_t *x, const int8_t *w,
                              const int32_t *bias, const int32_t *scales, int8_t *y) {
  layer l = {.w = w};
  mote_channels_set_bias(&l.channels, bias);
  mote_channels_set_requant(&l.channels, &p->q, scales, p->g.y.channels);
  mote_transpose_run(&p->g, p->x_zero_point, rows, x, y, compute, &l);
}
