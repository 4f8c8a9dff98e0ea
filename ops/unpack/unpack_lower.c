/* SPDX-License-Identifier: Apache-2.0 */
#include "unpack.h"

enum { COUNT, AXIS };

static const mote_option options[] = {
    [COUNT] = {MOTE_NAME("num"), 0, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
    [AXIS] = {MOTE_NAME("axis"), 1, MOTE_OPTION_INT32, 0, -MOTE_MAX_RANK, MOTE_MAX_RANK - 1},
};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  uint32_t axis;
  mote_lower_input(l, 0, &x);
  MOTE_TRY(mote_lower_axis(l, l->option[AXIS], x.shape.rank, &axis));
  MOTE_CHECK(l, (uint32_t)l->option[COUNT] == l->output_count, MOTE_OPTION, NULL, l->output_count, l->option[COUNT],
             "num is not the number of outputs");
  MOTE_CHECK(l, x.shape.dims[axis] == (int32_t)l->output_count, MOTE_OPERANDS, &x, x.shape.dims[axis], l->output_count,
             "there must be one output for each slice");
  shape->rank = x.shape.rank - 1;
  for (uint32_t d = 0; d < shape->rank; d++) {
    shape->dims[d] = x.shape.dims[d < axis ? d : d + 1];
  }
  return MOTE_OK;
}

static const mote_op unpack = {
    .name = "UNPACK",
    .code = 88,
    .options_type = 64,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 1,
    .max_inputs = 1,
    .min_outputs = 1,
    .max_outputs = MOTE_ANY_COUNT,
    .options = options,
    .infer = infer,
};

/* io[]: x, outputs, bytes of a piece of each output */
static mote_status lower(mote_lowering *l) {
  mote_tensor x;
  uint32_t axis;
  mote_lower_input(l, 0, &x);
  MOTE_TRY(mote_lower_axis(l, l->option[AXIS], x.shape.rank, &axis));
  return mote_lower_part(l, 0, axis);
}

MOTE_KERNEL(unpack, unpack, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_join_params, 1, lower,
            mote_run_part);
