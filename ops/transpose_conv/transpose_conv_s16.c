/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/dot.h"
#include "transpose_walk.h"

/* So many products of a 16-bit and an 8-bit number fit in 32 bits. */
enum { MAX_DEPTH = 256 };

static MOTE_DEFINE_TRANSPOSE_SUMS(sums_s16, mote_dot_s16, MAX_DEPTH, 0, int16_t, int8_t, int32_t, int64_t)

    typedef struct layer {
  const int8_t *w;
  const int16_t *narrow_bias; /* of 16 bits, or NULL: then the outputs have them */
  mote_outputs outputs;
} layer;

static void compute(const void *context, const mote_transpose_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  const int32_t first = pixel->units.first, count = pixel->units.end - first;
  int64_t sums[MOTE_OUTPUTS_AT_ONCE];
  sums_s16(pixel, x, l->w, sums);
  for (int32_t i = 0; l->narrow_bias != NULL && i < count; i++) {
    sums[i] += l->narrow_bias[first + i];
  }
  mote_finish_s16(&l->outputs, first, count, sums, y);
}

void mote_transpose_conv_s16_c(const mote_transpose_conv_params *p, mote_rows rows, const int16_t *x, const int8_t *w,
                               const void *bias, const int32_t *scales, int16_t *y) {
  layer l;
  l.w = w;
  l.narrow_bias = p->bias_bytes == 2 ? bias : NULL;
  l.outputs.wide = p->bias_bytes != 4;
  mote_outputs_set_bias(&l.outputs, p->bias_bytes == 2 ? NULL : bias);
  mote_outputs_set_requant(&l.outputs, &p->q, scales, p->g.y.channels);
  mote_transpose_run(&p->g, 0, rows, x, y, compute, &l);
}
