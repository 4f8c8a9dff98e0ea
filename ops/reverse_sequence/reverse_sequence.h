/* SPDX-License-Identifier: Apache-2.0 */
/*
 * REVERSE_SEQUENCE: the first lengths[b] elements of dimension seq_dim backwards, b being the index of dimension
 * batch_dim; the rest as it is.
 *
 * x: outer × (one of the dimensions) × middle × (the other) × inner
 */
#ifndef MOTE_OPS_REVERSE_SEQUENCE_H
#define MOTE_OPS_REVERSE_SEQUENCE_H

#include "mote/kernel.h"

typedef struct mote_reverse_sequence_params {
  int32_t outer, middle, inner_bytes;
  int32_t sequence, batches;             /* sizes of the two dimensions */
  int32_t sequence_stride, batch_stride; /* in bytes, as the next ones */
  int32_t outer_stride, middle_stride;
  int32_t length_words; /* 1: int32, 2: int64 */
} mote_reverse_sequence_params;

/* MOTE_DATA when a length is negative or more than the sequence; y is then unfinished. */
mote_status mote_reverse_sequence_c(const mote_reverse_sequence_params *p, const void *x, const void *lengths, void *y);

#define mote_reverse_sequence mote_reverse_sequence_c

#endif
