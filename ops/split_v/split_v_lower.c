/* SPDX-License-Identifier: Apache-2.0 */
#include "split_v.h"

#include "../common/index.h"

static const mote_option options[] = {
    {MOTE_NAME("num_splits"), 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX},
};

/* The size of part `output`: one of them may be -1, for what the others leave. */
static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  mote_tensor x, sizes;
  uint32_t axis;
  mote_lower_input(l, 0, &x);
  *shape = x.shape;
  MOTE_TRY(mote_lower_axis_input(l, 2, shape->rank, &axis));
  MOTE_CHECK(l, l->option[0] == (int32_t)l->output_count, MOTE_OPTION, NULL, l->output_count, l->option[0],
             "num_splits is not the number of outputs");
  MOTE_TRY(mote_lower_constants(l, 1, l->output_count, &sizes));
  int32_t left = shape->dims[axis];
  for (uint32_t i = 0; i < l->output_count; i++) {
    int32_t size = mote_constant_int(&sizes, i);
    MOTE_CHECK(l, size >= -1 && size <= left, MOTE_SHAPE, &sizes, left, size, "the sizes do not fit the axis");
    left -= size > 0 ? size : 0;
  }
  int32_t size = mote_constant_int(&sizes, output);
  shape->dims[axis] = size < 0 ? left : size;
  return MOTE_OK;
}

static const mote_op split_v = {
    .name = "SPLIT_V",
    .code = 102,
    .options_type = 79,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 3,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = MOTE_ANY_COUNT,
    .options = options,
    .infer = infer,
};

/* io[]: x, sizes, axis, outputs, bytes of a piece of each output */
static mote_status lower(mote_lowering *l) {
  mote_tensor x;
  uint32_t axis;
  mote_lower_input(l, 0, &x);
  MOTE_TRY(mote_lower_axis_input(l, 2, x.shape.rank, &axis));
  return mote_lower_part(l, 0, axis);
}

MOTE_KERNEL(split_v, split_v, MOTE_TYPES(MOTE_NONE, MOTE_INT32, MOTE_NONE, MOTE_NONE), mote_join_params, 1, lower,
            mote_run_part);
