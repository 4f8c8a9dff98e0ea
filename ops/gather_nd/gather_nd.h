/* SPDX-License-Identifier: Apache-2.0 */
/* GATHER_ND: y[i, inner] = x[indices[i, 0], indices[i, 1], …, inner] */
#ifndef MOTE_OPS_GATHER_ND_H
#define MOTE_OPS_GATHER_ND_H

#include "../common/index.h"

typedef struct mote_gather_nd_params {
  uint32_t count;       /* of pieces */
  uint32_t depth;       /* indices of a piece */
  uint32_t index_words; /* 1: int32, 2: int64 */
  uint32_t piece_bytes;
} mote_gather_nd_params;

/* coordinates: `depth` of them. MOTE_DATA when an index is out of range; y is then unfinished. */
mote_status mote_gather_nd_c(const mote_gather_nd_params *p, const mote_coordinate *coordinates, const void *x,
                             const void *indices, void *y);

#define mote_gather_nd mote_gather_nd_c

#endif
