/* SPDX-License-Identifier: Apache-2.0 */
/* Operands that are indices, axes or sizes: int32 or int64, constant or computed at run time. */
#ifndef MOTE_OPS_COMMON_INDEX_H
#define MOTE_OPS_COMMON_INDEX_H

#include "lowering.h"

/* Element `i` of run-time indices of `words` (1: int32, 2: int64) words each; an int64 saturates. */
static inline int32_t mote_index_at(const void *indices, uint32_t words, uint32_t i) {
  const int32_t *word = (const int32_t *)indices + i * words;
  if (words == 1 || word[1] == word[0] >> 31) {
    return word[0];
  }
  return word[1] < 0 ? INT32_MIN : INT32_MAX;
}

/* A dimension that a run-time index goes along: 0 <= index < size. */
typedef struct mote_coordinate {
  int32_t size, stride_bytes;
} mote_coordinate;

/* Where the element stands that indices[0] to indices[count - 1] name. MOTE_DATA when one of them is out of range. */
mote_status mote_locate(const mote_coordinate *coordinates, uint32_t count, const void *indices, uint32_t words,
                        int32_t *offset_bytes);

/* Input `i`, which has to be int32 or int64; `*words` is for mote_index_at(). */
mote_status mote_lower_indices(mote_lowering *l, uint32_t i, mote_tensor *t, uint32_t *words);

/* Input `i`, which has to be `count` constants of int32 or int64 (or none of them), for mote_constant_int(). */
mote_status mote_lower_constants(mote_lowering *l, uint32_t i, uint32_t count, mote_tensor *t);

/* The dimensions that input `i` names, as a mask; negative ones count from the end. */
mote_status mote_lower_axes(mote_lowering *l, uint32_t i, uint32_t rank, uint32_t *mask);

/* The one dimension that input `i` names. */
mote_status mote_lower_axis_input(mote_lowering *l, uint32_t i, uint32_t rank, uint32_t *axis);

/* The shape that input `i` lists: a vector of constants, none negative. */
mote_status mote_infer_constant_shape(mote_lowering *l, uint32_t i, mote_shape *shape);

/* dim * factor, for a dimension of the output. Fails, naming `t`, unless the factor is positive and the product fits. */
mote_status mote_lower_multiply_dim(mote_lowering *l, const mote_tensor *t, int32_t dim, int32_t factor,
                                    int32_t *result);

#endif
