/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/int4.h"
#include "depthwise.h"

typedef struct layer {
  const int8_t *w;
  mote_outputs outputs;
} layer;

/* The sum of one channel: `weight` is the number of its first weight. */
static int32_t sum_of(const mote_patch *p, int32_t x_zero_point, const int8_t *x_channel, const int8_t *w,
                      int32_t weight) {
  int32_t sum = 0, row = p->first_row;
  for (int32_t rows = p->rows; rows > 0; rows--) {
    const int8_t *x = x_channel + row;
    int32_t position = weight;
    for (int32_t columns = p->columns; columns > 0; columns--) {
      int8_t pair = w[position >> 1];
      sum += (*x - x_zero_point) * ((position & 1) != 0 ? mote_high_half(pair) : mote_low_half(pair));
      x += p->column_bytes;
      position += p->column_weights;
    }
    weight += p->row_weights;
    row = mote_patch_next_row(p, row);
  }
  return sum;
}

static void compute(const void *context, const mote_depthwise_pixel *pixel, const void *x, void *y) {
  const layer *l = context;
  const mote_patch *p = &pixel->patch;
  int32_t sums[MOTE_DEPTHWISE_AT_ONCE];
  int32_t x_channel = pixel->todo.first / pixel->multiplier;
  int32_t left = pixel->multiplier - (pixel->todo.first - x_channel * pixel->multiplier);
  for (int32_t c = pixel->todo.first; c < pixel->todo.end; c++) {
    const int8_t *in = (const int8_t *)x + p->first_column + x_channel;
    sums[c - pixel->todo.first] = sum_of(p, pixel->x_zero_point, in, l->w, p->weight + c);
    if (--left == 0) {
      left = pixel->multiplier;
      x_channel++;
    }
  }
  mote_finish_s8(&l->outputs, pixel->todo.first, pixel->todo.end - pixel->todo.first, sums, y);
}

void mote_depthwise_conv_2d_s4_c(const mote_depthwise_conv_2d_params *p, mote_rows rows, const int8_t *x, const void *w,
                                 const int32_t *bias, const int32_t *scales, int8_t *y) {
  layer l;
  l.w = w;
  mote_outputs_set_bias(&l.outputs, bias);
  mote_outputs_set_requant(&l.outputs, &p->q, scales, p->g.y.channels);
  mote_depthwise_run(&p->g, p->x_zero_point, rows, x, y, mote_depthwise_at_once(bias != NULL, p->q.per_channel),
                     compute, &l);
}
