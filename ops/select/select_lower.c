/* SPDX-License-Identifier: Apache-2.0 */
#include "select.h"

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor condition, a, b;
  mote_lower_input(l, 0, &condition);
  mote_lower_input(l, 1, &a);
  mote_lower_input(l, 2, &b);
  MOTE_CHECK(l, mote_shape_equal(&a.shape, &b.shape), MOTE_SHAPE, &b, a.shape.rank, b.shape.rank,
             "both inputs must have the same shape");
  uint32_t count = mote_shape_count(&condition.shape);
  bool is_vector = condition.shape.rank == 1 && a.shape.rank > 0 && condition.shape.dims[0] == a.shape.dims[0];
  MOTE_CHECK(l, count == 1 || is_vector || mote_shape_equal(&condition.shape, &a.shape), MOTE_SHAPE, &condition,
             mote_shape_count(&a.shape), count, "the condition's shape is neither that of the inputs nor a vector");
  *shape = a.shape;
  return MOTE_OK;
}

static const mote_op select_op = {
    .name = "SELECT",
    .code = 64,
    .options_type = 47,
    .min_inputs = 3,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* io[]: condition, a, b, y */
static mote_status lower(mote_lowering *l) {
  mote_tensor condition, a, b, y;
  mote_lower_input(l, 0, &condition);
  mote_lower_input(l, 1, &a);
  mote_lower_input(l, 2, &b);
  mote_lower_output(l, 0, &y);
  MOTE_CHECK(l, a.type == b.type && a.type == y.type && a.type != MOTE_INT4, MOTE_TYPE, &b, a.type, b.type,
             "both inputs and the output must have the same type");
  mote_select_params p = {.count = (int32_t)mote_shape_count(&condition.shape)};
  p.slice_bytes = (int32_t)y.bytes / p.count;
  l->in_place = 2 | 4;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_select(params, io[0], io[1], io[2], io[3]);
  return MOTE_OK;
}

MOTE_KERNEL(select, select_op, MOTE_TYPES(MOTE_BOOL, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_select_params, 0, lower,
            run);
