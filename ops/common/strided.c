/* SPDX-License-Identifier: Apache-2.0 */
#include "strided.h"

#include <string.h>

/* One innermost axis. Elements of the usual sizes are moved without a call. */
static void copy_row(const mote_strided_axis *axis, int32_t chunk_bytes, const uint8_t *x, uint8_t *y) {
  for (int32_t i = 0; i < axis->size; i++) {
    if (chunk_bytes == 1) {
      *y = *x;
    } else if (chunk_bytes == 2) {
      __builtin_memcpy(y, x, 2);
    } else if (chunk_bytes == 4) {
      __builtin_memcpy(y, x, 4);
    } else {
      memcpy(y, x, (size_t)chunk_bytes);
    }
    x += axis->x_stride;
    y += axis->y_stride;
  }
}

bool mote_strided_next(const mote_strided_axis *axes, int32_t axis_count, mote_strided_position *at) {
  for (int32_t d = axis_count - 1; d >= 0; d--) {
    at->x += axes[d].x_stride;
    at->y += axes[d].y_stride;
    if (++at->turns[d] < axes[d].size) {
      return true;
    }
    at->x -= axes[d].x_stride * axes[d].size;
    at->y -= axes[d].y_stride * axes[d].size;
    at->turns[d] = 0;
  }
  return false;
}

void mote_strided_copy(const mote_strided_params *p, const mote_strided_axis *axes, const void *x, void *y) {
  const uint8_t *from = (const uint8_t *)x + p->x_start;
  uint8_t *to = (uint8_t *)y + p->y_start;
  int32_t inner = p->axis_count - 1;
  mote_strided_position at = {0};
  do {
    copy_row(&axes[inner], p->chunk_bytes, from + at.x, to + at.y);
  } while (mote_strided_next(axes, inner, &at));
}

mote_status mote_check_movable(mote_lowering *l, const mote_tensor *x, const mote_tensor *y) {
  MOTE_CHECK(l, x->type == y->type && x->type != MOTE_INT4, MOTE_TYPE, y, x->type, y->type,
             "the output's type is not the input's");
  return MOTE_OK;
}

mote_strides mote_dense_strides(const mote_tensor *t) {
  mote_strides strides;
  int32_t stride = (int32_t)mote_type_bytes(t->type, 1);
  for (uint32_t d = t->shape.rank; d-- > 0;) {
    strides.bytes[d] = stride;
    stride *= t->shape.dims[d];
  }
  return strides;
}

int32_t mote_merge_axes(const mote_shape *shape, const mote_strides *x, const mote_strides *y,
                        mote_strided_axis merged[MOTE_MAX_RANK]) {
  int32_t count = 0;
  for (uint32_t d = shape->rank; d-- > 0;) {
    mote_strided_axis axis = {shape->dims[d], x->bytes[d], y->bytes[d]};
    mote_strided_axis *inner = &merged[count - 1];
    if (axis.size == 1) {
      continue;
    }
    if (count > 0 && axis.x_stride == inner->size * inner->x_stride && axis.y_stride == inner->size * inner->y_stride) {
      inner->size *= axis.size;
    } else {
      merged[count++] = axis;
    }
  }
  return count;
}

void mote_lower_strided(mote_lowering *l, uint32_t extra, const mote_shape *shape, const mote_strides *x,
                        const mote_strides *y, uint32_t element_bytes, mote_strided_params *p) {
  mote_strided_axis merged[MOTE_MAX_RANK];
  int32_t count = mote_merge_axes(shape, x, y, merged);
  int32_t first = 0; /* of those that remain: a contiguous innermost axis becomes the chunk */
  p->chunk_bytes = (int32_t)element_bytes;
  if (count > 0 && merged[0].x_stride == p->chunk_bytes && merged[0].y_stride == p->chunk_bytes) {
    p->chunk_bytes *= merged[0].size;
    first = 1;
  }
  p->axis_count = count > first ? count - first : 1;
  mote_strided_axis *axes = mote_lower_alloc(l, extra, (uint32_t)p->axis_count * (uint32_t)sizeof *axes);
  for (int32_t i = 0; axes && i < p->axis_count; i++) {
    const mote_strided_axis single = {1, 0, 0};
    axes[p->axis_count - 1 - i] = count > first ? merged[first + i] : single;
  }
}
