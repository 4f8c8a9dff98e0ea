/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SLICE: y = x[begin : begin + size] in each dimension; a size of -1 means up to the end. mote_strided_copy(). A begin
 * that is not constant shifts the start at run time.
 */
#ifndef MOTE_OPS_SLICE_H
#define MOTE_OPS_SLICE_H

#include "../common/index.h"
#include "../common/strided.h"

typedef struct mote_slice_params {
  mote_strided_params part;
  uint32_t begin_count; /* of indices to read at run time: 0 or the rank */
  uint32_t begin_words; /* 1: int32, 2: int64 */
} mote_slice_params;

#endif
