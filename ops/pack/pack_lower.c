/* SPDX-License-Identifier: Apache-2.0 */
#include "pack.h"

enum { COUNT, AXIS };

static const mote_option options[] = {
    [COUNT] = {MOTE_NAME("values_count"), 0, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX},
    [AXIS] = {MOTE_NAME("axis"), 1, MOTE_OPTION_INT32, 0, -MOTE_MAX_RANK, MOTE_MAX_RANK - 1},
};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x, other;
  uint32_t axis;
  mote_lower_input(l, 0, &x);
  MOTE_CHECK(l, (uint32_t)l->option[COUNT] == l->input_count, MOTE_OPTION, NULL, l->input_count, l->option[COUNT],
             "values_count is not the number of inputs");
  MOTE_CHECK(l, x.shape.rank < MOTE_MAX_RANK, MOTE_TOO_LARGE, &x, MOTE_MAX_RANK - 1, x.shape.rank,
             "the output's rank is too large");
  MOTE_TRY(mote_lower_axis(l, l->option[AXIS], x.shape.rank + 1, &axis));
  for (uint32_t i = 1; i < l->input_count; i++) {
    mote_lower_input(l, i, &other);
    MOTE_CHECK(l, mote_shape_equal(&x.shape, &other.shape), MOTE_SHAPE, &other, x.shape.rank, other.shape.rank,
               "the inputs differ in shape");
  }
  shape->rank = x.shape.rank + 1;
  for (uint32_t d = 0; d < shape->rank; d++) {
    shape->dims[d] = d == axis ? (int32_t)l->input_count : x.shape.dims[d < axis ? d : d - 1];
  }
  return MOTE_OK;
}

static const mote_op pack = {
    .name = "PACK",
    .code = 83,
    .options_type = 59,
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

MOTE_KERNEL(pack, pack, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_join_params, 1, lower,
            mote_run_join);
