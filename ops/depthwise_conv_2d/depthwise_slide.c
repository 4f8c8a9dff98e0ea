/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One channel after the other, the window slides along the rows: its nine weights stay at hand, and each column of three
 * inputs is loaded once and serves all the outputs that see it.
 *
 *     stride 1: column i, as the right column of the window, completes an output; as the middle one it adds to the next,
 *               and as the left one it begins the one after the next
 *     stride 2: every other column is the middle one of one output; those between complete one and begin the next
 *
 * Columns beside the image count as the zero point, and rows above and below it have no weight. The zero point of all
 * nine inputs is taken off at once, with the bias.
 */
#include "depthwise_slide.h"

#include "../common/inline.h"
#include "../common/saturate.h"

enum { LINES = 8 }; /* rows of outputs at a time */

/* A row of outputs. */
typedef struct line {
  const int8_t *x[3]; /* the rows that the window sees */
  int32_t mask[3];    /* -1, or 0 for one outside of the image: then x is some other row */
  int8_t *y;
} line;

typedef struct layer {
  const line *lines, *end;
  int32_t x_step, y_step, x_zero_point, y_offset;
  int32_t pad_left, pad_right; /* columns beside the image: 0 or 1 */
  int32_t inside;              /* outputs in a row that need no column on the right of the image */
  int32_t count;               /* output channels */
  int32_t multiplier;          /* of them for one input channel */
} layer;

/* One channel's window, as far as it lies in the image. */
typedef struct window {
  int32_t w0, w1, w2, w3, w4, w5, w6, w7, w8;
  int32_t left, right; /* what a column beside the image contributes */
  int32_t start;       /* the bias, and what takes the zero point off */
  int32_t multiplier, exponent;
} window;

bool mote_depthwise_can_slide(const mote_depthwise_geometry *g, const mote_outputs *outputs) {
  const mote_window *k = &g->window;
  int32_t last = (g->y.width - 1) * k->stride_w - k->pad_left + 2; /* column that the last output needs */
  bool can_slide = k->height == 3 && k->width == 3 && k->dilation_h == 1 && k->dilation_w == 1 && k->stride_w <= 2 &&
                   k->pad_left <= 1 && last <= g->x.width;
  int32_t count = outputs->scale_step ? g->y.channels : 1;
  for (int32_t i = 0; can_slide && i < count; i++) {
    can_slide = outputs->shifts[i] < 0;
  }
  return can_slide;
}

static int32_t add_wrapping(int32_t a, int32_t b) {
  return (int32_t)((uint32_t)a + (uint32_t)b);
}

MOTE_INLINE void load_weights(window *k, const layer *l, const line *o, const int8_t *w, int32_t bias) {
  const int32_t step = l->count, mask0 = o->mask[0], mask1 = o->mask[1], mask2 = o->mask[2];
  k->w0 = *w & mask0, k->w1 = *(w += step) & mask0, k->w2 = *(w += step) & mask0;
  k->w3 = *(w += step) & mask1, k->w4 = *(w += step) & mask1, k->w5 = *(w += step) & mask1;
  k->w6 = *(w += step) & mask2, k->w7 = *(w += step) & mask2, k->w8 = *(w += step) & mask2;
  k->left = l->x_zero_point * (k->w0 + k->w3 + k->w6);
  k->right = l->x_zero_point * (k->w2 + k->w5 + k->w8);
  k->start = add_wrapping(bias, -(k->left + l->x_zero_point * (k->w1 + k->w4 + k->w7) + k->right));
}

/* mote_multiply() with a shift below 0, and the output's offset. */
MOTE_INLINE int8_t finish(const window *k, int32_t sum, int32_t y_offset) {
  int32_t high = mote_high_multiply(add_wrapping(sum, k->start), k->multiplier);
  return mote_saturate_s8(((((high + (high >> 31)) >> k->exponent) + 1) >> 1) + y_offset);
}

#define LOAD_COLUMN \
  {                 \
    a = x[0];       \
    b = x[row1];    \
    c = x[row2];    \
    x += x_step;    \
  }

/* One row of one channel, which x and y are the first elements of; `stride` is a constant for the compiler. */
MOTE_INLINE void slide(const layer *l, const window *k, const int8_t *x, int32_t row1, int32_t row2, int8_t *y,
                       const int32_t stride) {
  const int32_t x_step = l->x_step, y_step = l->y_step, y_offset = l->y_offset;
  int32_t a, b, c, first = k->left, second = 0; /* the next output, and the one after */
  if (l->pad_left == 0) {
    LOAD_COLUMN
    first = a * k->w0 + b * k->w3 + c * k->w6;
  }
  if (stride == 1) {
    LOAD_COLUMN
    first += a * k->w1 + b * k->w4 + c * k->w7;
    second = a * k->w0 + b * k->w3 + c * k->w6;
  }
  for (int32_t i = l->inside; i > 0; i--) {
    if (stride == 2) {
      LOAD_COLUMN
      first += a * k->w1 + b * k->w4 + c * k->w7;
    }
    LOAD_COLUMN
    *y = finish(k, first + a * k->w2 + b * k->w5 + c * k->w8, y_offset);
    y += y_step;
    first = stride == 1 ? second + a * k->w1 + b * k->w4 + c * k->w7 : a * k->w0 + b * k->w3 + c * k->w6;
    second = a * k->w0 + b * k->w3 + c * k->w6;
  }
  if (l->pad_right > 0) {
    if (stride == 2) {
      LOAD_COLUMN
      first += a * k->w1 + b * k->w4 + c * k->w7;
    }
    *y = finish(k, first + k->right, y_offset);
  }
}

MOTE_INLINE void slide_lines(const layer *l, const mote_outputs *outputs, const int8_t *w, const int32_t stride) {
  const int32_t *bias = outputs->bias, *multipliers = outputs->multipliers;
  const int8_t *shifts = outputs->shifts;
  const int32_t bias_step = outputs->bias_step, scale_step = outputs->scale_step;
  const layer local = *l;                         /* a copy, which no store to y can change */
  int32_t x_channel = 0, left = local.multiplier; /* output channels that x_channel still has */
  for (int32_t channel = 0; channel < local.count; channel++) {
    window k = {.multiplier = *multipliers, .exponent = -1 - *shifts};
    int32_t loaded = 1; /* the masks with which the weights have been loaded; 1: not yet */
    for (const line *o = local.lines; o < local.end; o++) {
      int32_t masks = o->mask[0] + 2 * o->mask[2];
      if (loaded != masks) {
        load_weights(&k, &local, o, w + channel, *bias);
        loaded = masks;
      }
      slide(&local, &k, o->x[0] + x_channel, (int32_t)(o->x[1] - o->x[0]), (int32_t)(o->x[2] - o->x[0]), o->y + channel,
            stride);
    }
    bias += bias_step;
    multipliers += scale_step;
    shifts += scale_step;
    if (--left == 0) {
      left = local.multiplier;
      x_channel++;
    }
  }
}

static void slide_lines_by_1(const layer *l, const mote_outputs *outputs, const int8_t *w) {
  slide_lines(l, outputs, w, 1);
}

static void slide_lines_by_2(const layer *l, const mote_outputs *outputs, const int8_t *w) {
  slide_lines(l, outputs, w, 2);
}

static void find_rows(line *o, const mote_depthwise_geometry *g, int32_t row, const int8_t *x) {
  for (int32_t i = 0; i < 3; i++) {
    int32_t wanted = row * g->window.stride_h - g->window.pad_top + i;
    int32_t there = mote_clamp(wanted, 0, g->x.height - 1);
    o->x[i] = x + mote_image_row(&g->x, there);
    o->mask[i] = wanted == there ? -1 : 0;
  }
}

static void activate_row(const mote_image *image, const mote_requant *q, int8_t *y) {
  for (int32_t i = 0; i < image->width; i++) {
    mote_activate_s8(image->channels, q->min, q->max, y);
    y += image->pixel_bytes;
  }
}

void mote_depthwise_slide_s8(const mote_depthwise_conv_2d_params *p, mote_rows rows, const int8_t *x, const int8_t *w,
                             const mote_outputs *outputs, int8_t *y) {
  const mote_depthwise_geometry *g = &p->g;
  const mote_window *k = &g->window;
  const bool pad_right = (g->y.width - 1) * k->stride_w - k->pad_left + 2 >= g->x.width;
  line lines[LINES], *end = lines;
  layer l = {.lines = lines,
             .x_step = g->x.pixel_bytes,
             .y_step = g->y.pixel_bytes,
             .x_zero_point = p->x_zero_point,
             .y_offset = p->q.y_offset,
             .pad_left = k->pad_left,
             .pad_right = pad_right,
             .inside = g->y.width - pad_right,
             .count = g->y.channels,
             .multiplier = g->multiplier};
  for (int32_t row = rows.first; row < rows.end; row++) {
    find_rows(end, g, row, x);
    end->y = y + mote_image_row(&g->y, row);
    end++;
    if (end == lines + LINES || row + 1 == rows.end) {
      l.end = end;
      (k->stride_w == 1 ? slide_lines_by_1 : slide_lines_by_2)(&l, outputs, w);
      for (const line *o = lines; o < end; o++) {
        activate_row(&g->y, &p->q, o->y);
      }
      end = lines;
    }
  }
}
