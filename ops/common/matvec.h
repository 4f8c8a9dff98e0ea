/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Weights times input vectors: a fully connected layer.
 *
 *     y[u] = act(start + bias[u] + sum over d of (x[d] - x_zero_point) * w[u][d])
 */
#ifndef MOTE_OPS_COMMON_MATVEC_H
#define MOTE_OPS_COMMON_MATVEC_H

#include "mote/kernel.h"
#include "outputs.h"

enum {
  /* Depths at which no sum of int8 products leaves 32 bits, whatever the data: 2^16 * 255 * 128 < 2^31, ... */
  MOTE_MATVEC_MAX_DEPTH = 1 << 16,
  /* ... and with a `start` as large as the sum. */
  MOTE_MATVEC_MAX_DEPTH_WITH_START = 1 << 15,
};

typedef struct mote_matvec mote_matvec;

/* Outputs y[first] to y[first + count - 1] of one vector; count is at most 4. */
typedef void mote_matvec_fn(const mote_matvec *m, int32_t first, int32_t count, const void *x, void *y);

mote_matvec_fn mote_matvec_s8;     /* int8 x, w and y, int32 bias */
mote_matvec_fn mote_matvec_s4;     /* int8 x and y, int4 w, int32 bias */
mote_matvec_fn mote_matvec_s16;    /* int16 x and y, int8 w, int32 or int64 bias */
mote_matvec_fn mote_matvec_f32;    /* float x, w, bias and y */
mote_matvec_fn mote_matvec_hybrid; /* int8 x and w, float bias and y */

struct mote_matvec {
  mote_matvec_fn *compute;
  int32_t vectors; /* how many; x and y of the next stand so many bytes on: */
  int32_t x_bytes, y_bytes;
  const void *w; /* units × depth; int4: two a byte, the low half first, units not aligned to bytes */
  int32_t depth;
  int32_t x_zero_point; /* integer inputs */
  int32_t start;        /* int8 inputs and outputs */
  mote_outputs outputs;
};

/*
 * The outputs `units` of every vector; writes nothing else. How a layer is divided into calls makes no difference to any
 * bit.
 */
void mote_matvec_run(const mote_matvec *m, mote_rows units, const void *x, void *y);

#endif
