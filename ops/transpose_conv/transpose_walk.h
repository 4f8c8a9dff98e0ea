/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the transposed convolutions of all types share: the walk over the output, and the sums of products. Each output is
 * gathered from the inputs that reach it: no sums of a whole output are kept.
 */
#ifndef MOTE_OPS_TRANSPOSE_WALK_H
#define MOTE_OPS_TRANSPOSE_WALK_H

#include "../common/outputs.h"
#include "transpose_conv.h"

/* Along one axis: the inputs `first` to `first + count - 1` reach an output, by the window's elements `element`,
 * `element` - stride, and so on. */
typedef struct mote_reach {
  int32_t first, element, count;
} mote_reach;

/* What reaches one output pixel. */
typedef struct mote_transpose_pixel {
  const mote_transpose_conv_geometry *g;
  mote_reach rows, columns;
  int32_t x_zero_point; /* of integers */
  mote_rows units;      /* to compute: at most MOTE_OUTPUTS_AT_ONCE */
} mote_transpose_pixel;

/* Computes the outputs units.first to units.end - 1 of a pixel, y[0] being the pixel's first. */
typedef void mote_transpose_fn(const void *layer, const mote_transpose_pixel *pixel, const void *x, void *y);

/* Calls `compute` for all units of all pixels of the rows. */
void mote_transpose_run(const mote_transpose_conv_geometry *g, int32_t x_zero_point, mote_rows rows, const void *x,
                        void *y, mote_transpose_fn *compute, const void *layer);

/* sums[i]: of unit units.first + i; it has MOTE_OUTPUTS_AT_ONCE elements. `w` is the first of all weights. */
void mote_transpose_sums_s8(const mote_transpose_pixel *pixel, const int8_t *x, const int8_t *w, int32_t *sums);

/*
 * Defines such a function; dot() is one of ../common/dot.h, of at most max_depth products; zero_point: of x.
 */
#define MOTE_DEFINE_TRANSPOSE_SUMS(name, dot, max_depth, zero_point, x_type, w_type, sum_type, total_type) \
  void name(const mote_transpose_pixel *pixel, const x_type *x, const w_type *w, total_type *totals) {     \
    const mote_image *image = &pixel->g->x;                                                                \
    const mote_window *k = &pixel->g->window;                                                              \
    const int32_t channels = image->channels, units = pixel->units.end - pixel->units.first;               \
    const int32_t unit_weights = k->height * k->width * channels;                                          \
    total_type t0 = 0, t1 = 0, t2 = 0, t3 = 0;                                                             \
    w += pixel->units.first * unit_weights;                                                                \
    for (int32_t row = 0; row < pixel->rows.count; row++) {                                                \
      int32_t pixel_bytes = image->pixel_bytes;                                                            \
      int32_t from = mote_image_row(image, pixel->rows.first + row) + pixel->columns.first * pixel_bytes;  \
      const x_type *in = x + from / (int32_t)sizeof(x_type);                                               \
      int32_t element = (pixel->rows.element - row * k->stride_h) * k->width + pixel->columns.element;     \
      for (int32_t column = 0; column < pixel->columns.count; column++) {                                  \
        for (int32_t d = 0; d < channels; d += (max_depth)) {                                              \
          int32_t depth = channels - d < (max_depth) ? channels - d : (max_depth);                         \
          sum_type sums[MOTE_DOT_UNITS];                                                                   \
          dot(in + d, zero_point, w + element * channels + d, unit_weights, depth, units, 0, sums);        \
          t0 += sums[0];                                                                                   \
          t1 += sums[1];                                                                                   \
          t2 += sums[2];                                                                                   \
          t3 += sums[3];                                                                                   \
        }                                                                                                  \
        in += pixel_bytes / (int32_t)sizeof(x_type);                                                       \
        element -= k->stride_w;                                                                            \
      }                                                                                                    \
    }                                                                                                      \
    totals[0] = t0;                                                                                        \
    totals[1] = t1;                                                                                        \
    totals[2] = t2;                                                                                        \
    totals[3] = t3;                                                                                        \
  }

#endif
