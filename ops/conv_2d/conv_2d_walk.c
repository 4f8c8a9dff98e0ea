/* SPDX-License-Identifier: Apache-2.0 */
#include "conv_2d_walk.h"

#include "conv_2d_dot.h"

static int32_t depth_of(const mote_conv_2d_geometry *g) {
  return g->window.height * g->window.width * g->group_channels;
}

int32_t mote_conv_2d_scratch_bytes(const mote_conv_2d_geometry *g, int32_t element_bytes) {
  return 2 * depth_of(g) * element_bytes;
}

/*
 * The inputs of a pixel, of `row_count` rows of which the first stands `row` bytes after x, the window's left column being
 * column `left` of the image. What the loop needs is in local variables, which no store can change.
 */
static void gather(const mote_conv_2d_call *c, const uint8_t *x, int32_t row, int32_t row_count, int32_t left) {
  const mote_conv_2d_geometry *g = c->g;
  const mote_window *k = &g->window;
  mote_span columns = {0, k->width};
  if (left < 0 || left + (k->width - 1) * k->dilation_w >= g->x.width) {
    columns = mote_window_span(left, k->width, k->dilation_w, g->x.width);
  }
  const int32_t count = columns.end - columns.first, column_bytes = c->column_bytes;
  const int32_t before = columns.first * g->group_channels, after = (k->width - columns.end) * g->group_channels;
  const int32_t runs = c->is_dense ? 1 : count, run = (c->is_dense ? count : 1) * g->group_channels;
  const int32_t row_step = k->dilation_h * g->x.row_bytes, ring_bytes = g->x.ring * g->x.row_bytes;
  const int32_t first = left * g->x.pixel_bytes + columns.first * column_bytes;
  mote_spread_fn *spread = c->spread;
  void *to = (uint8_t *)c->gathered + c->pixels * c->element_bytes;
  for (; row_count > 0; row_count--) {
    int32_t from = row + first;
    if (before > 0) {
      to = spread(c, to, NULL, before);
    }
    for (int32_t n = runs; n > 0; n--) {
      to = spread(c, to, x + from, run);
      from += column_bytes;
    }
    if (after > 0) {
      to = spread(c, to, NULL, after);
    }
    row += row_step;
    row -= row >= ring_bytes ? ring_bytes : 0;
  }
}

/* A single pixel is computed twice: kernels need not care, and nothing undefined is added up. */
static void repeat_pixel(mote_conv_2d_call *c) {
  uint8_t *element = c->gathered;
  for (int32_t n = c->depth; n > 0; n--) {
    for (int32_t byte = c->element_bytes; byte > 0; byte--) {
      element[c->element_bytes] = *element;
      element++;
    }
    element += c->element_bytes;
  }
  c->y[1] = c->y[0];
}

/* All blocks of units have the same size, because the last begins early rather than being short. */
static void compute_pixels(mote_conv_2d_call *c, mote_rows units) {
  const int32_t count = units.end - units.first;
  const int32_t block = count < MOTE_CONV_2D_UNITS ? count : MOTE_CONV_2D_UNITS;
  if (c->pixels == 0) {
    return;
  }
  if (c->pixels == 1) {
    repeat_pixel(c);
  }
  for (int32_t u = units.first; u < units.end; u += block) {
    u = u + block > units.end ? units.end - block : u;
    c->compute(c, u, block);
  }
  c->pixels = 0;
}

/* One group. An odd pixel at the end of a row waits for the next row, unless that meets other weights. */
static void walk_group(mote_conv_2d_call *c, mote_rows rows, mote_rows units, const uint8_t *x, uint8_t *y) {
  const mote_conv_2d_geometry *g = c->g;
  const mote_window *k = &g->window;
  const int32_t row_weights = k->width * g->group_channels;
  c->pixels = 0;
  c->first = c->depth = 0;
  for (int32_t oy = rows.first; oy < rows.end; oy++) {
    const int32_t top = oy * k->stride_h - k->pad_top;
    const mote_span inside = mote_window_span(top, k->height, k->dilation_h, g->x.height);
    const int32_t row_count = inside.end - inside.first;
    const int32_t row = row_count > 0 ? mote_image_row(&g->x, top + inside.first * k->dilation_h) : 0;
    const int32_t first = inside.first * row_weights, depth = row_count * row_weights;
    if (first != c->first || depth != c->depth) {
      compute_pixels(c, units);
      c->first = first;
      c->depth = depth;
    }
    uint8_t *pixel = y + mote_image_row(&g->y, oy);
    for (int32_t ox = 0; ox < g->y.width; ox++) {
      gather(c, x, row, row_count, ox * k->stride_w - k->pad_left);
      c->y[c->pixels++] = pixel;
      pixel += g->y.pixel_bytes;
      if (c->pixels == 2) {
        compute_pixels(c, units);
      }
    }
  }
  compute_pixels(c, units);
}

void mote_conv_2d_set_integers(mote_conv_2d_call *c, const mote_conv_2d_params *p, const void *x, const void *w,
                               const void *bias, const int32_t *scales) {
  c->g = &p->g;
  c->x = x;
  c->w = w;
  c->element_bytes = 2;
  c->x_zero_point = p->x_zero_point;
  c->outputs.wide = p->wide != 0;
  mote_outputs_set_bias(&c->outputs, bias);
  mote_outputs_set_requant(&c->outputs, &p->q, scales, p->g.y.channels);
}

void mote_conv_2d_walk(mote_conv_2d_call *c, mote_rows rows, void *y, void *scratch) {
  const mote_conv_2d_geometry *g = c->g;
  const uint8_t *x = c->x;
  c->gathered = scratch;
  c->stride = depth_of(g);
  c->column_bytes = g->window.dilation_w * g->x.pixel_bytes;
  c->is_dense = c->column_bytes == g->group_channels * c->x_element_bytes;
  for (int32_t u = 0; u < g->y.channels; u += g->group_units) {
    walk_group(c, rows, (mote_rows){u, u + g->group_units}, x, y);
    x += g->group_channels * c->x_element_bytes;
  }
}
