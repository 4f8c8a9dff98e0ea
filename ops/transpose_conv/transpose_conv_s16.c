/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/channels.h"
#include "../common/dot.h"
#include "transpose_walk.h"

/* So many products of a 16-bit and an 8-bit number fit in 32 bits. */
enum { MAX_DEPTH = 256 };

static MOTE_DEFINE_TRANSPOSE_SUMS(sums_s16, mote_dot_s16, MAX_DEPTH, int16_t, int8_t, int32_t, int64_t)

    typedef struct layer {
  const int8_t *w;
  const void *bias;
  mote_channels channels;
} layer;

static void compute_wide(const void *context, const mote_transpose_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  int64_t sums[MOTE_CHANNELS];
  sums_s16(pixel, x, l->w, sums);
  mote_channels_finish_s16(&l->channels, pixel->units, sums, y);
}

/* With int16 biases. */
static void compute_b16(const void *context, const mote_transpose_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  const mote_rows units = pixel->units;
  int64_t sums[MOTE_CHANNELS];
  sums_s16(pixel, x, l->w, sums);
  for (int32_t u = units.first; u < units.end; u++) {
    sums[u - units.first] += ((const int16_t *)l->bias)[u];
  }
  mote_channels_finish_s16(&l->channels, units, sums, y);
}

/* With int32 biases the reference adds up in 32 bits, that is modulo 2^32. */
static void compute_b32(const void *context, const mote_transpose_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  const mote_channels *c = &l->channels;
  const mote_rows units = pixel->units;
  int64_t sums[MOTE_CHANNELS];
  sums_s16(pixel, x, l->w, sums);
  for (int32_t u = units.first; u < units.end; u++) {
    uint32_t sum = (uint32_t)sums[u - units.first] + (uint32_t)((const int32_t *)l->bias)[u];
    int32_t scale = c->scale_step ? u : 0;
    ((int16_t *)y)[u] = (int16_t)mote_requantize(&c->q, (int32_t)sum, c->multipliers[scale], c->shifts[scale]);
  }
}

void mote_transpose_conv_s16_c(const mote_transpose_conv_params *p, mote_rows rows, const int16_t *x, const int8_t *w,
                               const void *bias, const int32_t *scales, int16_t *y) {
  layer l = {.w = w, .bias = bias};
  mote_transpose_fn *compute = p->bias_bytes == 2 ? compute_b16 : p->bias_bytes == 4 ? compute_b32 : compute_wide;
  mote_channels_set_bias(&l.channels, p->bias_bytes == 8 ? bias : NULL);
  mote_channels_set_requant(&l.channels, &p->q, scales, p->g.y.channels);
  mote_transpose_run(&p->g, 0, rows, x, y, compute, &l);
}
