/* SPDX-License-Identifier: Apache-2.0 */
#include "transpose_walk.h"

/* A position on an axis of the output, the padding included, in strides and what remains. */
typedef struct position {
  int32_t strides, rest;
} position;

static void advance(position *p, int32_t stride) {
  p->rest++;
  if (p->rest == stride) {
    p->rest = 0;
    p->strides++;
  }
}

/* Input p.strides - n arrives by the window's element p.rest + n * stride. */
static mote_reach reach(position p, int32_t stride, int32_t elements, int32_t inputs) {
  mote_reach r = {p.strides, p.rest, 0};
  for (; r.first >= inputs; r.first--) {
    r.element += stride;
  }
  while (r.element < elements && r.first >= 0) {
    r.count++;
    r.first--;
    r.element += stride;
  }
  r.first++; /* back to the last one, which is the first input */
  r.element -= stride;
  return r;
}

void mote_transpose_run(const mote_transpose_conv_geometry *g, int32_t x_zero_point, mote_rows rows, const void *x,
                        void *y, mote_transpose_fn *compute, const void *layer) {
  const mote_window *k = &g->window;
  const int32_t units = g->y.channels, top = rows.first + k->pad_top;
  const position left = {k->pad_left / k->stride_w, k->pad_left % k->stride_w};
  mote_transpose_pixel pixel = {.g = g, .x_zero_point = x_zero_point};
  position vertical = {top / k->stride_h, top % k->stride_h};
  for (int32_t row = rows.first; row < rows.end; row++) {
    char *out = (char *)y + mote_image_row(&g->y, row);
    position horizontal = left;
    pixel.rows = reach(vertical, k->stride_h, k->height, g->x.height);
    for (int32_t column = 0; column < g->y.width; column++) {
      pixel.columns = reach(horizontal, k->stride_w, k->width, g->x.width);
      for (int32_t u = 0; u < units; u += MOTE_OUTPUTS_AT_ONCE) {
        pixel.units.first = u;
        pixel.units.end = u + MOTE_OUTPUTS_AT_ONCE < units ? u + MOTE_OUTPUTS_AT_ONCE : units;
        compute(layer, &pixel, x, out);
      }
      out += g->y.pixel_bytes;
      advance(&horizontal, k->stride_w);
    }
    advance(&vertical, k->stride_h);
  }
}
