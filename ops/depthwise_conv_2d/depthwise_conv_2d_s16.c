/* SPDX-License-Identifier: Apache-2.0 */
#include "depthwise_sums.h"

/* So many products of a 16-bit and an 8-bit number fit in 32 bits. */
enum { MAX_PIXELS = 511 };

#define VALUE(x) (x)

MOTE_DEFINE_DEPTHWISE_SUMS(s16, int16_t, int8_t, int32_t, VALUE)

typedef struct layer {
  const int8_t *w;
  mote_outputs outputs;
} layer;

static void add(const mote_depthwise_pixel *pixel, const int16_t *x, const int8_t *w, int64_t *totals) {
  int32_t sums[MOTE_DEPTHWISE_AT_ONCE];
  mote_depthwise_sums_s16(pixel, x, w, sums);
  for (int32_t i = 0; i < pixel->todo.end - pixel->todo.first; i++) {
    totals[i] += sums[i];
  }
}

/* Of a window with more pixels, row by row, and a row in pieces. */
static void add_in_pieces(const mote_depthwise_pixel *pixel, const int16_t *x, const int8_t *w, int64_t *totals) {
  mote_depthwise_pixel piece = *pixel;
  mote_patch *p = &piece.patch;
  p->rows = 1;
  for (int32_t row = 0; row < pixel->patch.rows; row++) {
    p->first_column = pixel->patch.first_column;
    p->weight = pixel->patch.weight + row * p->row_weights;
    for (int32_t left = pixel->patch.columns; left > 0; left -= MAX_PIXELS) {
      p->columns = left < MAX_PIXELS ? left : MAX_PIXELS;
      add(&piece, x, w, totals);
      p->first_column += MAX_PIXELS * p->column_bytes;
      p->weight += MAX_PIXELS * p->column_weights;
    }
    p->first_row = mote_patch_next_row(p, p->first_row);
  }
}

static void compute(const void *context, const mote_depthwise_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  int64_t totals[MOTE_DEPTHWISE_AT_ONCE] = {0};
  if (pixel->patch.rows * pixel->patch.columns <= MAX_PIXELS) {
    add(pixel, x, l->w, totals);
  } else {
    add_in_pieces(pixel, x, l->w, totals);
  }
  mote_finish_s16(&l->outputs, pixel->todo.first, pixel->todo.end - pixel->todo.first, totals, y);
}

void mote_depthwise_conv_2d_s16_c(const mote_depthwise_conv_2d_params *p, mote_rows rows, const int16_t *x,
                                  const int8_t *w, const void *bias, const int32_t *scales, int16_t *y) {
  layer l;
  l.w = w;
  l.outputs.wide = true;
  mote_outputs_set_bias(&l.outputs, bias);
  mote_outputs_set_requant(&l.outputs, &p->q, scales, p->g.y.channels);
  mote_depthwise_run(&p->g, 0, rows, x, y, mote_depthwise_at_once(bias != NULL, p->q.per_channel), compute, &l);
}
