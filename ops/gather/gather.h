/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GATHER: y[batch, outer, i, inner] = x[batch, outer, indices[batch, i], inner]
 *
 * The index stands for dimension `axis` of x; the first batch_dims dimensions are those of the indices too.
 */
#ifndef MOTE_OPS_GATHER_H
#define MOTE_OPS_GATHER_H

#include "mote/kernel.h"

typedef struct mote_gather_params {
  uint32_t batches, outer;
  uint32_t axis_size;   /* of x: indices are below it */
  uint32_t index_count; /* of each batch */
  uint32_t index_words; /* 1: int32, 2: int64 */
  uint32_t piece_bytes; /* the elements of one index */
} mote_gather_params;

/* MOTE_DATA when an index is out of range; y is then unfinished. */
mote_status mote_gather_c(const mote_gather_params *p, const void *x, const void *indices, void *y);

#define mote_gather mote_gather_c

#endif
