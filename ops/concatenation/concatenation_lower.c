/* SPDX-License-Identifier: Apache-2.0 */
#include "concatenation.h"

enum { AXIS, ACTIVATION };

static const mote_option options[] = {
    [AXIS] = {MOTE_NAME("axis"), 0, MOTE_OPTION_INT32, 0, -MOTE_MAX_RANK, MOTE_MAX_RANK - 1},
    [ACTIVATION] = {MOTE_NAME("fused_activation_function"), 1, MOTE_OPTION_INT8, 0, 0, 0},
};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  uint32_t axis;
  mote_lower_input(l, 0, &x);
  *shape = x.shape;
  MOTE_TRY(mote_lower_axis(l, l->option[AXIS], shape->rank, &axis));
  for (uint32_t i = 1; i < l->input_count; i++) {
    mote_lower_input(l, i, &x);
    MOTE_CHECK(l, x.type != MOTE_NONE, MOTE_OPERANDS, NULL, i, 0, "an input is absent");
    MOTE_CHECK(l, x.shape.rank == shape->rank, MOTE_SHAPE, &x, shape->rank, x.shape.rank, "the inputs differ in rank");
    for (uint32_t d = 0; d < shape->rank; d++) {
      MOTE_CHECK(l, d == axis || x.shape.dims[d] == shape->dims[d], MOTE_SHAPE, &x, shape->dims[d], x.shape.dims[d],
                 "the inputs differ in a dimension other than the axis");
    }
    shape->dims[axis] += x.shape.dims[axis];
  }
  return MOTE_OK;
}

static const mote_op concatenation = {
    .name = "CONCATENATION",
    .code = 2,
    .options_type = 10,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 1,
    .max_inputs = MOTE_ANY_COUNT,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = infer,
};

/* io[]: inputs, y, bytes of a piece of each input */
static mote_status lower(mote_lowering *l) {
  return mote_lower_join(l, AXIS);
}

MOTE_KERNEL(concatenation, concatenation, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_join_params, 1,
            lower, mote_run_join);
