/* SPDX-License-Identifier: Apache-2.0 */
/*
 * RESIZE_NEAREST_NEIGHBOR: y[oy][ox] = x[rows[oy]][columns[ox]]. Which pixel is nearest is found when the model is loaded,
 * in the reference's float arithmetic. Elements are moved, whatever their type.
 */
#ifndef MOTE_OPS_RESIZE_NEAREST_NEIGHBOR_H
#define MOTE_OPS_RESIZE_NEAREST_NEIGHBOR_H

#include "../common/resize.h"

typedef struct mote_resize_nearest_params {
  mote_resize_geometry g;
} mote_resize_nearest_params;

/* nearest: the input row of each output row, then the input column of each output column. */
void mote_resize_nearest_neighbor_c(const mote_resize_nearest_params *p, mote_rows rows, const void *x,
                                    const uint16_t *nearest, void *y);

#define mote_resize_nearest_neighbor mote_resize_nearest_neighbor_c

#endif
