/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A convolution is a product of the weights with a vector at each pixel: the window's inputs in the order of the
 * weights. Where they stand in memory in that order (always for a 1 × 1 window), the vector is the image itself;
 * otherwise they are gathered into scratch, once for all units. Rows of the window above and below the image are left
 * out, columns beside it are gathered as zeros.
 */
#include "conv_2d.h"

#include "../common/load.h"
#include "../common/matvec.h"

typedef struct mote_conv_2d_source {
  const mote_conv_2d_geometry *g;
  const uint8_t *x;
  uint8_t *scratch;
  int32_t cell_bytes; /* the channels of one group of one pixel */
  uint8_t zero;       /* every byte of an input that counts as zero */
} mote_conv_2d_source;

/* Are the inputs of one row of the window a run of bytes? */
static bool has_dense_rows(const mote_conv_2d_geometry *g, int32_t cell_bytes) {
  return g->window.width == 1 || (g->window.dilation_w == 1 && g->x.pixel_bytes == cell_bytes);
}

/* Are all inputs of a window that lies inside of the image? */
static bool is_dense(const mote_conv_2d_geometry *g, int32_t cell_bytes) {
  bool is_one_row = g->window.height == 1;
  bool is_all_there = g->x.ring == g->x.height;
  bool rows_follow = g->window.dilation_h * g->x.row_bytes == g->window.width * cell_bytes;
  return has_dense_rows(g, cell_bytes) && (is_one_row || (is_all_there && rows_follow));
}

/* With its left column at column `left` of the image, is the window inside from left to right? */
static bool is_inside(const mote_conv_2d_geometry *g, int32_t left) {
  return left >= 0 && left + (g->window.width - 1) * g->window.dilation_w < g->x.width;
}

int32_t mote_conv_2d_scratch_bytes(const mote_conv_2d_geometry *g, int32_t element_bytes) {
  int32_t cell_bytes = g->group_channels * element_bytes;
  int32_t left = -g->window.pad_left, last_left = left + (g->y.width - 1) * g->window.stride_w;
  bool is_never_gathered = is_dense(g, cell_bytes) && is_inside(g, left) && is_inside(g, last_left);
  return is_never_gathered ? 0 : g->window.height * g->window.width * cell_bytes;
}

/* memcpy and memset of a few bytes, which are not worth a call. */
static uint8_t *copy(uint8_t *to, const uint8_t *from, int32_t bytes) {
  for (; bytes >= 4; bytes -= 4) {
    mote_store32(to, mote_load32(from));
    to += 4;
    from += 4;
  }
  for (; bytes > 0; bytes--) {
    *to++ = *from++;
  }
  return to;
}

static uint8_t *fill(uint8_t *to, uint8_t value, int32_t bytes) {
  for (; bytes > 0; bytes--) {
    *to++ = value;
  }
  return to;
}

/*
 * The inputs of the window with its left column at column `left` of the image, from `row_count` rows of which the first
 * stands `row` bytes after x. All of the loop is in local variables, which no store can change.
 */
static void gather(const mote_conv_2d_source *s, const uint8_t *x, int32_t row, int32_t row_count, int32_t left) {
  const mote_conv_2d_geometry *g = s->g;
  const mote_window *k = &g->window;
  const bool is_run = has_dense_rows(g, s->cell_bytes);
  const mote_span columns =
      is_inside(g, left) ? (mote_span){0, k->width} : mote_window_span(left, k->width, k->dilation_w, g->x.width);
  const int32_t column_count = columns.end - columns.first;
  const int32_t column_bytes = k->dilation_w * g->x.pixel_bytes;
  const int32_t before = columns.first * s->cell_bytes, after = (k->width - columns.end) * s->cell_bytes;
  const int32_t runs = is_run ? 1 : column_count, run_bytes = is_run ? column_count * s->cell_bytes : s->cell_bytes;
  const int32_t row_step = k->dilation_h * g->x.row_bytes, ring_bytes = g->x.ring * g->x.row_bytes;
  const int32_t first = left * g->x.pixel_bytes + columns.first * column_bytes;
  const uint8_t zero = s->zero;
  uint8_t *to = s->scratch;
  for (; row_count > 0; row_count--) {
    int32_t from = row + first;
    to = fill(to, zero, before);
    for (int32_t n = runs; n > 0; n--) {
      to = copy(to, x + from, run_bytes);
      from += column_bytes;
    }
    to = fill(to, zero, after);
    row += row_step;
    row -= row >= ring_bytes ? ring_bytes : 0;
  }
}

/* The units `units` of one row of outputs, from `row_count` rows of inputs. */
static void convolve_row(const mote_conv_2d_source *s, mote_matvec *m, mote_rows units, const uint8_t *x, int32_t row,
                         int32_t row_count, uint8_t *y) {
  const mote_conv_2d_geometry *g = s->g;
  const bool can_be_direct = is_dense(g, s->cell_bytes);
  int32_t left = -g->window.pad_left;
  for (int32_t ox = 0; ox < g->y.width; ox += m->vectors) {
    const uint8_t *input = s->scratch;
    m->vectors = 0;
    while (can_be_direct && ox + m->vectors < g->y.width && is_inside(g, left + m->vectors * g->window.stride_w)) {
      m->vectors++;
    }
    if (m->vectors > 0) {
      input = x + (row + left * g->x.pixel_bytes);
    } else {
      gather(s, x, row, row_count, left);
      m->vectors = 1;
    }
    mote_matvec_run(m, units, input, y + ox * g->y.pixel_bytes);
    left += m->vectors * g->window.stride_w;
  }
}

static void convolve(const mote_conv_2d_source *s, mote_matvec *m, mote_rows rows, void *y) {
  const mote_conv_2d_geometry *g = s->g;
  const mote_window *k = &g->window;
  const int32_t row_weights = k->width * g->group_channels;
  m->x_bytes = k->stride_w * g->x.pixel_bytes;
  m->y_bytes = g->y.pixel_bytes;
  for (int32_t oy = rows.first; oy < rows.end; oy++) {
    int32_t top = oy * k->stride_h - k->pad_top;
    mote_span inside = mote_window_span(top, k->height, k->dilation_h, g->x.height);
    int32_t row_count = inside.end - inside.first;
    int32_t row = row_count > 0 ? mote_image_row(&g->x, top + inside.first * k->dilation_h) : 0;
    const uint8_t *x = s->x;
    m->first = inside.first * row_weights;
    m->depth = row_count * row_weights;
    for (int32_t u = 0; u < g->y.channels; u += g->group_units) {
      mote_rows units = {u, u + g->group_units};
      convolve_row(s, m, units, x, row, row_count, (uint8_t *)y + mote_image_row(&g->y, oy));
      x += s->cell_bytes;
    }
  }
}

static int32_t depth_of(const mote_conv_2d_geometry *g) {
  return g->window.height * g->window.width * g->group_channels;
}

static mote_conv_2d_source source(const mote_conv_2d_geometry *g, const void *x, int32_t element_bytes, int32_t zero,
                                  void *scratch) {
  return (mote_conv_2d_source){
      .g = g, .x = x, .scratch = scratch, .cell_bytes = g->group_channels * element_bytes, .zero = (uint8_t)zero};
}

static void convolve_integers(const mote_conv_2d_params *p, mote_rows rows, const void *x, int32_t element_bytes,
                              const void *w, const void *bias, const int32_t *scales, void *y, void *scratch,
                              mote_matvec_fn *compute) {
  mote_conv_2d_source s = source(&p->g, x, element_bytes, p->x_zero_point, scratch);
  mote_matvec m;
  mote_matvec_init(&m, compute, w, depth_of(&p->g), bias);
  mote_matvec_init_requant(&m, &p->q, scales, p->g.y.channels);
  m.x_zero_point = p->x_zero_point;
  m.wide = p->wide != 0;
  convolve(&s, &m, rows, y);
}

void mote_conv_2d_s8_c(const mote_conv_2d_params *p, mote_rows rows, const int8_t *x, const int8_t *w,
                       const int32_t *bias, const int32_t *scales, int8_t *y, void *scratch) {
  convolve_integers(p, rows, x, 1, w, bias, scales, y, scratch, mote_matvec_s8);
}

void mote_conv_2d_s4_c(const mote_conv_2d_params *p, mote_rows rows, const int8_t *x, const void *w,
                       const int32_t *bias, const int32_t *scales, int8_t *y, void *scratch) {
  convolve_integers(p, rows, x, 1, w, bias, scales, y, scratch, mote_matvec_s4);
}

void mote_conv_2d_s16_c(const mote_conv_2d_params *p, mote_rows rows, const int16_t *x, const int8_t *w,
                        const void *bias, const int32_t *scales, int16_t *y, void *scratch) {
  convolve_integers(p, rows, x, 2, w, bias, scales, y, scratch, mote_matvec_s16);
}

void mote_conv_2d_f32_c(const mote_conv_2d_f32_params *p, mote_rows rows, const float *x, const float *w,
                        const float *bias, float *y, void *scratch) {
  mote_conv_2d_source s = source(&p->g, x, 4, 0, scratch);
  mote_matvec m;
  mote_matvec_init(&m, mote_matvec_f32, w, depth_of(&p->g), bias);
  m.min = p->min;
  m.max = p->max;
  convolve(&s, &m, rows, y);
}

void mote_conv_2d_hybrid_c(const mote_conv_2d_hybrid_params *p, mote_rows rows, const int8_t *x, float x_scale,
                           int32_t x_zero_point, const int8_t *w, const float *w_scales, const float *bias, float *y,
                           void *scratch) {
  mote_conv_2d_source s = source(&p->g, x, 1, x_zero_point, scratch);
  mote_matvec m;
  mote_matvec_init(&m, mote_matvec_hybrid, w, depth_of(&p->g), bias);
  m.x_zero_point = x_zero_point;
  m.min = p->min;
  m.max = p->max;
  m.x_scale = x_scale;
  m.w_scale = w_scales;
  m.scale_step = p->per_channel;
  convolve(&s, &m, rows, y);
}
