/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Weights times input vectors: a fully connected layer, or a few pixels of a convolution.
 *
 *     y[u] = act(start + bias[u] + sum over d in [first, first + depth) of (x[d - first] - x_zero_point) * w[u][d])
 */
#ifndef MOTE_OPS_COMMON_MATVEC_H
#define MOTE_OPS_COMMON_MATVEC_H

#include "mote/kernel.h"
#include "requant.h"

enum {
  /* Depths at which no sum of int8 products leaves 32 bits, whatever the data: 2^16 * 255 * 128 < 2^31, ... */
  MOTE_MATVEC_MAX_DEPTH = 1 << 16,
  /* ... and with a `start` as large as the sum. */
  MOTE_MATVEC_MAX_DEPTH_WITH_START = 1 << 15,
};

typedef struct mote_matvec mote_matvec;

/* Outputs y[first] to y[first + count - 1] of one vector; count is at most 4. */
typedef void mote_matvec_fn(const mote_matvec *m, int32_t first, int32_t count, const void *x, void *y);

mote_matvec_fn mote_matvec_s8;  /* int8 x, w and y, int32 bias */
mote_matvec_fn mote_matvec_s4;  /* int8 x and y, int4 w, int32 bias */
mote_matvec_fn mote_matvec_s16; /* int16 x and y, int8 w; int32 bias, or with `wide` int64 and mote_multiply_wide() */
mote_matvec_fn mote_matvec_f32; /* float x, w, bias and y */
mote_matvec_fn mote_matvec_hybrid; /* int8 x and w, float bias and y: sum * w_scale[u] * x_scale + bias[u] */

/* What all outputs have in common. Which members count depends on the types. */
struct mote_matvec {
  mote_matvec_fn *compute;
  int32_t vectors; /* how many; x and y of the next stand so many bytes on: */
  int32_t x_bytes, y_bytes;

  const void *w;        /* units × stride; int4: two a byte, the low half first, units not aligned to bytes */
  int32_t stride;       /* weights of a unit */
  int32_t first, depth; /* those that take part */
  int32_t x_zero_point; /* integer inputs */
  int32_t start;        /* int8 inputs and outputs */

  const void *bias; /* of unit u: element u * bias_step */
  int32_t bias_step;

  mote_requant q;             /* integer outputs */
  const int32_t *multipliers; /* of unit u: element u * scale_step */
  const int8_t *shifts;
  int32_t scale_step;
  int32_t one_multiplier[4]; /* where these point to when there is one scale for all */
  int8_t one_shift[4];
  bool wide;

  float min, max; /* float outputs */
  float x_scale;
  const float *w_scale; /* of unit u: element u * scale_step */
};

/*
 * Sets one vector of `depth` elements and no start; `bias` (NULL: none) has elements of at most 8 bytes. The rest stays
 * as it was, which is to say undefined: clearing all of it would take longer than a small layer.
 */
void mote_matvec_init(mote_matvec *m, mote_matvec_fn *compute, const void *w, int32_t depth, const void *bias);
/* Sets what integer outputs need; scales as in mote_scale_shifts(). */
void mote_matvec_init_requant(mote_matvec *m, const mote_requant *q, const int32_t *scales, int32_t units);

/*
 * The outputs `units` of every vector; writes nothing else. How a layer is divided into calls makes no difference to any
 * bit.
 */
void mote_matvec_run(const mote_matvec *m, mote_rows units, const void *x, void *y);

#endif
