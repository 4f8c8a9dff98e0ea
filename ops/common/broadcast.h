/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Elementwise operators whose inputs broadcast: aligned at their last dimensions, each dimension of an input is that of
 * the output, or 1, or missing. lower() collapses the dimensions, so that inputs of equal shape, or one of them a
 * scalar, are one long run; a kernel sees runs only, and no index.
 */
#ifndef MOTE_OPS_COMMON_BROADCAST_H
#define MOTE_OPS_COMMON_BROADCAST_H

#include "lowering.h"

enum { MOTE_BROADCAST_INPUTS = 3 };

/* The innermost axis. Params of broadcasting operators begin with it. */
typedef struct mote_broadcast {
  int32_t count;                      /* output elements of a run */
  int8_t step[MOTE_BROADCAST_INPUTS]; /* by how many elements each input moves on with the output's: 0 or 1 */
  uint8_t axes;                       /* loops around it */
} mote_broadcast;

/* One of the loops around it. The extra operand holds them, the outermost first. */
typedef struct mote_broadcast_axis {
  int32_t size;
  int32_t stride[MOTE_BROADCAST_INPUTS]; /* in bytes */
} mote_broadcast_axis;

/* infer(): the shape to which all inputs broadcast. */
mote_status mote_infer_broadcast(mote_lowering *l, uint32_t output, mote_shape *shape);

/* Fills in `shape` and extra operand 0, and lets the output stand in place of each input that is as large. */
void mote_lower_broadcast(mote_lowering *l, mote_broadcast *shape);
/* The same for inputs that are to be taken for other shapes than they have. */
void mote_lower_broadcast_of(mote_lowering *l, const mote_tensor x[MOTE_BROADCAST_INPUTS], mote_broadcast *shape);

/* Computes one run: `x` are the inputs' elements at its start. */
typedef void mote_broadcast_row(const void *params, int32_t count, const void *const *x, void *y);

/* Computes all runs. io[]: `inputs` inputs, the output, the axes. */
void mote_broadcast_run(const void *params, void *const *io, uint32_t inputs, uint32_t y_element_bytes,
                        mote_broadcast_row *row);

#endif
