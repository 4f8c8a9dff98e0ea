/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Copies elements between two strided views of memory: slices, transposes, broadcasts, reversals, padding.
 *
 * An axis has a size and a stride in bytes on either side; strides may be 0 or negative. Lowering merges axes that are
 * contiguous on both sides, so that the innermost thing moved is as long as it can be.
 */
#ifndef MOTE_OPS_COMMON_STRIDED_H
#define MOTE_OPS_COMMON_STRIDED_H

#include "lowering.h"

typedef struct mote_strided_axis {
  int32_t size, x_stride, y_stride;
} mote_strided_axis;

typedef struct mote_strided_params {
  int32_t x_start, y_start; /* bytes from the start of the tensors to the first element */
  int32_t chunk_bytes;      /* moved at once */
  int32_t axis_count;
} mote_strided_params;

/* axes: axis_count of them, the outermost first. x and y do not overlap. */
void mote_strided_copy(const mote_strided_params *p, const mote_strided_axis *axes, const void *x, void *y);

/* A position among axes: offsets in the strides' unit, and how far each axis has turned. All zero: the first one. */
typedef struct mote_strided_position {
  int32_t x, y;
  int32_t turns[MOTE_MAX_RANK];
} mote_strided_position;

/* Goes to the next position, the innermost axis first. After the last one: false, and back to the first. */
bool mote_strided_next(const mote_strided_axis *axes, int32_t axis_count, mote_strided_position *at);

/* A view of a tensor while lowering: strides in bytes. */
typedef struct mote_strides {
  int32_t bytes[MOTE_MAX_RANK];
} mote_strides;

/* Strides of a dense tensor. */
mote_strides mote_dense_strides(const mote_tensor *t);

/* Fails unless x and y have one type, whose elements are whole bytes. */
mote_status mote_check_movable(mote_lowering *l, const mote_tensor *x, const mote_tensor *y);

/* The axes (sizes from `shape`) from the innermost out, those that are contiguous on both sides merged; how many. */
int32_t mote_merge_axes(const mote_shape *shape, const mote_strides *x, const mote_strides *y,
                        mote_strided_axis merged[MOTE_MAX_RANK]);

/*
 * Merges the axes (sizes from `shape`) and stores them as extra operand `extra`; sets chunk_bytes and axis_count.
 */
void mote_lower_strided(mote_lowering *l, uint32_t extra, const mote_shape *shape, const mote_strides *x,
                        const mote_strides *y, uint32_t element_bytes, mote_strided_params *p);

/* run() of an operator that copies input 0 (unless it is a view, in the same place) to io[y_io] along the axes at
 * io[axes_io]. */
#define MOTE_STRIDED_RUN(run, y_io, axes_io)                                             \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    if (io[0] != io[y_io]) {                                                             \
      mote_strided_copy(params, io[axes_io], io[0], io[y_io]);                           \
    }                                                                                    \
    return MOTE_OK;                                                                      \
  }

#endif
