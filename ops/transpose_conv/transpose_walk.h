/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the transposed convolutions of all types share: the walk over the output, and the sums of products. Each output is
 * gathered from the inputs that reach it: no sums of a whole output are kept.
 */
#ifndef MOTE_OPS_TRANSPOSE_WALK_H
#define MOTE_OPS_TRANSPOSE_WALK_H

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
  mote_rows units;      /* to compute: at most MOTE_CHANNELS */
} mote_transpose_pixel;

/* Computes the outputs units.first to units.end - 1 of a pixel, y[0] being the pixel's first. */
typedef void mote_transpose_fn(const void *layer, const mote_transpose_pixel *pixel, const void *x, void *y);

/* Calls `compute` for all units of all pixels of the rows. */
void mote_transpose_run(const mote_transpose_conv_geometry *g, int32_t x_zero_point, mote_rows rows, const void *x,
                        void *y, mote_transpose_fn *compute, const void *layer);

/* sums[i]: of unit units.first + i. `w` is the first of all weights. */
void mote_transpose_sums_s8(const mote_transpose_pixel *pixel, const int8_t *x, const int8_t *w, int32_t *sums);

/*
 * Defines such a function; dot() is one of ../common/dot.h, of at most max_depth products. The sums have room for
 * MOTE_CHANNELS, four at a time.
 */
#define MOTE_DEFINE_TRANSPOSE_SUMS(name, dot, max_depth, x_type, w_type, sum_type, total_type)                    \
  void name(const mote_transpose_pixel *pixel, const x_type *x, const w_type *w, total_type *totals) {            \
    const mote_image *image = &pixel->g->x;                                                                       \
    const mote_window *k = &pixel->g->window;                                                                     \
    const int32_t channels = image->channels, units = pixel->units.end - pixel->units.first;                      \
    const int32_t unit_weights = k->height * k->width * channels;                                                 \
    w += pixel->units.first * unit_weights;                                                                       \
    for (int32_t i = 0; i < units; i++) {                                                                         \
      totals[i] = 0;                                                                                              \
    }                                                                                                             \
    for (int32_t row = 0; row < pixel->rows.count; row++) {                                                       \
      int32_t first_pixel =                                                                                       \
          mote_image_row(image, pixel->rows.first + row) + pixel->columns.first * image->pixel_bytes;             \
      const x_type *in = x + first_pixel / (int32_t)sizeof(x_type);                                               \
      int32_t element = (pixel->rows.element - row * k->stride_h) * k->width + pixel->columns.element;            \
      for (int32_t column = 0; column < pixel->columns.count; column++) {                                         \
        for (int32_t d = 0; d < channels; d += (max_depth)) {                                                     \
          int32_t depth = channels - d < (max_depth) ? channels - d : (max_depth);                                \
          const w_type *weights = w + element * channels + d;                                                     \
          for (int32_t i = 0; i < units; i += MOTE_DOT_UNITS) {                                                   \
            sum_type sums[MOTE_DOT_UNITS];                                                                        \
            int32_t block = units - i < MOTE_DOT_UNITS ? units - i : MOTE_DOT_UNITS;                              \
            dot(in + d, (sum_type)pixel->x_zero_point, weights + i * unit_weights, unit_weights, depth, block, 0, \
                sums);                                                                                            \
            for (int32_t j = 0; j < block; j++) {                                                                 \
              totals[i + j] += sums[j];                                                                           \
            }                                                                                                     \
          }                                                                                                       \
        }                                                                                                         \
        in += image->pixel_bytes / (int32_t)sizeof(x_type);                                                       \
        element -= k->stride_w;                                                                                   \
      }                                                                                                           \
    }                                                                                                             \
  }

#endif
