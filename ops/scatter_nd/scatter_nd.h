/* SPDX-License-Identifier: Apache-2.0 */
/* SCATTER_ND: y is 0, but for the sums of the updates: y[indices[i, 0], indices[i, 1], …, inner] += updates[i, inner] */
#ifndef MOTE_OPS_SCATTER_ND_H
#define MOTE_OPS_SCATTER_ND_H

#include "../common/index.h"
#include "../common/load.h"

typedef struct mote_scatter_nd_params {
  uint32_t count;       /* of pieces */
  uint32_t depth;       /* indices of a piece */
  uint32_t index_words; /* 1: int32, 2: int64 */
  uint32_t piece;       /* elements */
  uint32_t y_count;     /* elements */
} mote_scatter_nd_params;

/* coordinates: `depth` of them. MOTE_DATA when an index is out of range; y is then unfinished. Integers wrap around. */
mote_status mote_scatter_nd_s8_c(const mote_scatter_nd_params *p, const mote_coordinate *coordinates,
                                 const void *indices, const int8_t *updates, int8_t *y);
mote_status mote_scatter_nd_f32_c(const mote_scatter_nd_params *p, const mote_coordinate *coordinates,
                                  const void *indices, const float *updates, float *y);
mote_status mote_scatter_nd_s32_c(const mote_scatter_nd_params *p, const mote_coordinate *coordinates,
                                  const void *indices, const int32_t *updates, int32_t *y);
mote_status mote_scatter_nd_s64_c(const mote_scatter_nd_params *p, const mote_coordinate *coordinates,
                                  const void *indices, const mote_int64 *updates, mote_int64 *y);

#define mote_scatter_nd_s8  mote_scatter_nd_s8_c
#define mote_scatter_nd_f32 mote_scatter_nd_f32_c
#define mote_scatter_nd_s32 mote_scatter_nd_s32_c
#define mote_scatter_nd_s64 mote_scatter_nd_s64_c

#endif
