/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/index.h"
#include "../common/strided.h"
#include "one_hot.h"

enum { AXIS };

static const mote_option options[] = {
    [AXIS] = {MOTE_NAME("axis"), 0, MOTE_OPTION_INT32, 0, -1, MOTE_MAX_RANK - 1},
};

/* The new dimension is before the indices' dimension `axis`, or the last one. */
static mote_status read_axis(mote_lowering *l, const mote_tensor *indices, uint32_t *axis) {
  uint32_t rank = indices->shape.rank;
  MOTE_CHECK(l, rank < MOTE_MAX_RANK, MOTE_TOO_LARGE, indices, MOTE_MAX_RANK - 1, rank,
             "the indices have too many dimensions");
  *axis = l->option[AXIS] < 0 ? rank : (uint32_t)l->option[AXIS];
  MOTE_CHECK(l, *axis <= rank, MOTE_OPTION, indices, rank, *axis, "the axis is out of range");
  return MOTE_OK;
}

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor indices, depth;
  uint32_t axis;
  mote_lower_input(l, 0, &indices);
  MOTE_TRY(read_axis(l, &indices, &axis));
  MOTE_TRY(mote_lower_constants(l, 1, 1, &depth));
  shape->rank = indices.shape.rank + 1;
  for (uint32_t d = 0; d < shape->rank; d++) {
    shape->dims[d] = d == axis ? mote_constant_int(&depth, 0) : indices.shape.dims[d < axis ? d : d - 1];
  }
  return MOTE_OK;
}

static const mote_op one_hot = {
    .name = "ONE_HOT",
    .code = 85,
    .options_type = 61,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 4,
    .max_inputs = 4,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = infer,
};

/* io[]: indices, depth, on, off, y */
static mote_status lower(mote_lowering *l) {
  mote_tensor indices, value, y;
  mote_one_hot_params p;
  uint32_t axis;
  mote_lower_output(l, 0, &y);
  for (uint32_t i = 2; i < 4; i++) {
    mote_lower_input(l, i, &value);
    MOTE_TRY(mote_check_movable(l, &value, &y));
    MOTE_CHECK(l, mote_shape_count(&value.shape) == 1, MOTE_SHAPE, &value, 1, mote_shape_count(&value.shape),
               "there must be one value");
  }
  MOTE_TRY(mote_lower_indices(l, 0, &indices, &p.index_words));
  MOTE_TRY(read_axis(l, &indices, &axis));
  p.outer = (int32_t)mote_shape_product(&y.shape, 0, axis);
  p.depth = y.shape.dims[axis];
  p.inner = (int32_t)mote_shape_product(&y.shape, axis + 1, y.shape.rank);
  p.element_bytes = mote_type_bytes(y.type, 1);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_one_hot(params, io[0], io[2], io[3], io[4]);
  return MOTE_OK;
}

MOTE_KERNEL(one_hot, one_hot, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_one_hot_params, 0, lower,
            run);
