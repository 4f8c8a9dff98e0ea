/* SPDX-License-Identifier: Apache-2.0 */
/* ONE_HOT: y[outer, k, inner] = on where k is indices[outer, inner], else off. An index out of range leaves all off. */
#ifndef MOTE_OPS_ONE_HOT_H
#define MOTE_OPS_ONE_HOT_H

#include "mote/kernel.h"

typedef struct mote_one_hot_params {
  int32_t outer, depth, inner;
  uint32_t index_words; /* 1: int32, 2: int64 */
  uint32_t element_bytes;
} mote_one_hot_params;

void mote_one_hot_c(const mote_one_hot_params *p, const void *indices, const void *on, const void *off, void *y);

#define mote_one_hot mote_one_hot_c

#endif
