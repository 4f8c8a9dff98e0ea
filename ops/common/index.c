/* SPDX-License-Identifier: Apache-2.0 */
#include "index.h"

#include "join.h"

mote_status mote_locate(const mote_coordinate *coordinates, uint32_t count, const void *indices, uint32_t words,
                        int32_t *offset_bytes) {
  int32_t offset = 0;
  for (uint32_t i = 0; i < count; i++) {
    int32_t index = mote_index_at(indices, words, i);
    if (index < 0 || index >= coordinates[i].size) {
      return MOTE_DATA;
    }
    offset += index * coordinates[i].stride_bytes;
  }
  *offset_bytes = offset;
  return MOTE_OK;
}

mote_status mote_lower_indices(mote_lowering *l, uint32_t i, mote_tensor *t, uint32_t *words) {
  mote_lower_input(l, i, t);
  MOTE_CHECK(l, t->type == MOTE_INT32 || t->type == MOTE_INT64, MOTE_TYPE, t, MOTE_INT32, t->type,
             "the operand must be int32 or int64");
  *words = t->type == MOTE_INT64 ? 2 : 1;
  return MOTE_OK;
}

mote_status mote_lower_constants(mote_lowering *l, uint32_t i, uint32_t count, mote_tensor *t) {
  uint32_t words;
  MOTE_TRY(mote_lower_indices(l, i, t, &words));
  uint32_t own = mote_shape_count(&t->shape);
  MOTE_CHECK(l, own == count, MOTE_SHAPE, t, count, own, "the operand has the wrong number of elements");
  MOTE_CHECK(l, t->is_constant || count == 0, MOTE_CONSTANT, t, 0, 0, "the operand must be constant");
  return MOTE_OK;
}

mote_status mote_lower_axes(mote_lowering *l, uint32_t i, uint32_t rank, uint32_t *mask) {
  mote_tensor t;
  mote_lower_input(l, i, &t);
  uint32_t count = mote_shape_count(&t.shape);
  MOTE_TRY(mote_lower_constants(l, i, count, &t));
  *mask = 0;
  for (uint32_t k = 0; k < count && rank > 0; k++) { /* of a scalar every axis is none */
    uint32_t axis;
    MOTE_TRY(mote_lower_axis(l, mote_constant_int(&t, k), rank, &axis));
    *mask |= 1u << axis;
  }
  return MOTE_OK;
}

mote_status mote_lower_axis_input(mote_lowering *l, uint32_t i, uint32_t rank, uint32_t *axis) {
  mote_tensor t;
  MOTE_TRY(mote_lower_constants(l, i, 1, &t));
  return mote_lower_axis(l, mote_constant_int(&t, 0), rank, axis);
}

mote_status mote_infer_constant_shape(mote_lowering *l, uint32_t i, mote_shape *shape) {
  mote_tensor t;
  mote_lower_input(l, i, &t);
  uint32_t rank = mote_shape_count(&t.shape);
  MOTE_CHECK(l, t.is_constant || rank == 0, MOTE_UNSUPPORTED_FEATURE, &t, 0, 0,
             "a shape that is known at run time only");
  MOTE_TRY(mote_lower_constants(l, i, rank, &t));
  MOTE_CHECK(l, rank <= MOTE_MAX_RANK, MOTE_TOO_LARGE, &t, MOTE_MAX_RANK, rank, "the output's rank is too large");
  shape->rank = rank;
  for (uint32_t d = 0; d < rank; d++) {
    shape->dims[d] = mote_constant_int(&t, d);
    MOTE_CHECK(l, shape->dims[d] >= 0, MOTE_SHAPE, &t, 0, shape->dims[d], "a dimension is negative");
  }
  return MOTE_OK;
}

mote_status mote_lower_multiply_dim(mote_lowering *l, const mote_tensor *t, int32_t dim, int32_t factor,
                                    int32_t *result) {
  MOTE_CHECK(l, factor > 0 && (int64_t)dim * factor <= INT32_MAX, MOTE_OPTION, t, 1, factor,
             "a factor is not positive, or too large");
  *result = dim * factor;
  return MOTE_OK;
}
