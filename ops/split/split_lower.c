/* SPDX-License-Identifier: Apache-2.0 */
#include "split.h"

#include "../common/index.h"

static const mote_option options[] = {
    {MOTE_NAME("num_splits"), 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX},
};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  uint32_t axis;
  mote_lower_input(l, 1, &x);
  *shape = x.shape;
  MOTE_TRY(mote_lower_axis_input(l, 0, shape->rank, &axis));
  int32_t count = (int32_t)l->output_count;
  MOTE_CHECK(l, l->option[0] == count, MOTE_OPTION, NULL, count, l->option[0],
             "num_splits is not the number of outputs");
  MOTE_CHECK(l, shape->dims[axis] % count == 0, MOTE_SHAPE, &x, count, shape->dims[axis],
             "the axis cannot be cut into equal parts");
  shape->dims[axis] /= count;
  return MOTE_OK;
}

static const mote_op split = {
    .name = "SPLIT",
    .code = 49,
    .options_type = 35,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = MOTE_ANY_COUNT,
    .options = options,
    .infer = infer,
};

/* io[]: axis, x, outputs, bytes of a piece of each output */
static mote_status lower(mote_lowering *l) {
  mote_tensor x;
  uint32_t axis;
  mote_lower_input(l, 1, &x);
  MOTE_TRY(mote_lower_axis_input(l, 0, x.shape.rank, &axis));
  return mote_lower_part(l, 1, axis);
}

MOTE_KERNEL(split, split, MOTE_TYPES(MOTE_INT32, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_join_params, 1, lower,
            mote_run_part);
