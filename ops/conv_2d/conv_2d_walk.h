/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the kernels of CONV_2D share: the walk over the output, two pixels at a time.
 *
 * A convolution is a product of the weights with a vector at each pixel, the window's inputs in the order of the weights.
 * The walk gathers that vector once for all units: padding becomes zeros, zero points are taken off, dilation and ring
 * buffers disappear. Two pixels stand interleaved, so that a weight is loaded once for two products. Rows of the window
 * above and below the image are left out; then the weights begin later or end earlier.
 */
#ifndef MOTE_OPS_CONV_2D_WALK_H
#define MOTE_OPS_CONV_2D_WALK_H

#include "../common/outputs.h"
#include "conv_2d.h"

typedef struct mote_conv_2d_call mote_conv_2d_call;

/* Writes `count` elements to every second place from `to` on, zeros when `from` is NULL; returns the place after. */
typedef void *mote_spread_fn(const mote_conv_2d_call *c, void *to, const void *from, int32_t count);
/* The outputs of units [first, first + count), one or two, at both pixels: y[1] first, for y[0] is the same place when there is only one
 * pixel. */
typedef void mote_conv_2d_fn(const mote_conv_2d_call *c, int32_t first, int32_t count);

struct mote_conv_2d_call {
  const mote_conv_2d_geometry *g;
  const void *x, *w;
  mote_spread_fn *spread;
  mote_conv_2d_fn *compute;
  int32_t x_element_bytes; /* in the image */
  int32_t element_bytes;   /* as gathered */
  int32_t x_zero_point;
  mote_outputs outputs;

  /* The walk sets these. */
  int32_t stride;       /* weights of a unit */
  int32_t column_bytes; /* from one column of the window to the next, in the image */
  bool is_dense;        /* no gaps between these columns */
  void *gathered;       /* the two pixels, interleaved */
  void *y[2];           /* their outputs */
  int32_t pixels;       /* that have been gathered */
  int32_t first, depth; /* the weights of a unit that they meet */
};

/* All outputs of the rows; the members up to `outputs` have been set. */
void mote_conv_2d_walk(mote_conv_2d_call *c, mote_rows rows, void *y, void *scratch);

/* What s8, s4 and s16 set, but for `spread`, `compute` and `x_element_bytes`. */
void mote_conv_2d_set_integers(mote_conv_2d_call *c, const mote_conv_2d_params *p, const void *x, const void *w,
                               const void *bias, const int32_t *scales);

/* int8 to int16, less the zero point. */
mote_spread_fn mote_conv_2d_spread_s8;

/* Defines a mote_spread_fn. */
#define MOTE_CONV_2D_SPREAD(name, from_type, to_type, offset)                         \
  void *name(const mote_conv_2d_call *c, void *to, const void *from, int32_t count) { \
    const to_type zero_point = offset;                                                \
    const from_type *x = from;                                                        \
    to_type *y = to;                                                                  \
    (void)c;                                                                          \
    if (x == NULL) {                                                                  \
      for (; count > 0; count--) {                                                    \
        *y = 0;                                                                       \
        y += 2;                                                                       \
      }                                                                               \
    }                                                                                 \
    for (; count >= 4; count -= 4) {                                                  \
      y[0] = (to_type)(x[0] - zero_point);                                            \
      y[2] = (to_type)(x[1] - zero_point);                                            \
      y[4] = (to_type)(x[2] - zero_point);                                            \
      y[6] = (to_type)(x[3] - zero_point);                                            \
      x += 4;                                                                         \
      y += 8;                                                                         \
    }                                                                                 \
    for (; count > 0; count--) {                                                      \
      *y = (to_type)(*x++ - zero_point);                                              \
      y += 2;                                                                         \
    }                                                                                 \
    return y;                                                                         \
  }

#endif
