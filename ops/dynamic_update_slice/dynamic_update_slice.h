/* SPDX-License-Identifier: Apache-2.0 */
/*
 * DYNAMIC_UPDATE_SLICE: y is x, in which `update` replaces a part of its size. The part's begin comes at run time and is
 * moved, if need be, so that the part is inside of x. mote_strided_copy().
 */
#ifndef MOTE_OPS_DYNAMIC_UPDATE_SLICE_H
#define MOTE_OPS_DYNAMIC_UPDATE_SLICE_H

#include "../common/index.h"
#include "../common/strided.h"

typedef struct mote_dynamic_update_slice_params {
  mote_strided_params part; /* of y, from update */
  uint32_t y_bytes;
  uint32_t rank;
  uint32_t begin_words; /* 1: int32, 2: int64 */
} mote_dynamic_update_slice_params;

/* coordinates: `rank` of them, whose sizes are the numbers of places. y may be x. */
void mote_dynamic_update_slice_c(const mote_dynamic_update_slice_params *p, const mote_strided_axis *axes,
                                 const mote_coordinate *coordinates, const void *x, const void *update,
                                 const void *begin, void *y);

#define mote_dynamic_update_slice mote_dynamic_update_slice_c

#endif
