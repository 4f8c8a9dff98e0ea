/* SPDX-License-Identifier: Apache-2.0 */
#include "expand_dims.h"

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x, t;
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 1, &t);
  bool is_int = t.type == MOTE_INT32 || t.type == MOTE_INT64;
  MOTE_CHECK(l, t.is_constant && is_int && mote_shape_count(&t.shape) == 1, MOTE_CONSTANT, &t, 1,
             mote_shape_count(&t.shape), "the axis must be a constant integer");
  int32_t rank = (int32_t)x.shape.rank + 1;
  int32_t axis = mote_constant_int(&t, 0);
  axis += axis < 0 ? rank : 0;
  MOTE_CHECK(l, axis >= 0 && axis < rank && rank <= MOTE_MAX_RANK, MOTE_INDEX, &t, rank, axis,
             "the axis is out of range");
  shape->rank = (uint32_t)rank;
  for (int32_t d = 0; d < rank; d++) {
    shape->dims[d] = d == axis ? 1 : x.shape.dims[d < axis ? d : d - 1];
  }
  return MOTE_OK;
}

static const mote_op expand_dims = {
    .name = "EXPAND_DIMS",
    .code = 70,
    .options_type = 52,
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* io[]: x, axis, y */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_copy(params, io[0], io[2]);
  return MOTE_OK;
}

MOTE_KERNEL(expand_dims, expand_dims, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_copy_params, 0,
            mote_lower_view, run);
