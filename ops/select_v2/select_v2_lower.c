/* SPDX-License-Identifier: Apache-2.0 */
/* SELECT_V2: y = a where the condition is true, b elsewhere; all three broadcast. */
#include "../common/select.h"

/* Of single elements, the file says of which rank the result is. */
static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  mote_tensor y;
  MOTE_TRY(mote_infer_broadcast(l, output, shape));
  mote_lower_output(l, 0, &y);
  if (mote_shape_count(shape) == 1 && y.type != MOTE_NONE && mote_shape_count(&y.shape) == 1) {
    *shape = y.shape;
  }
  return MOTE_OK;
}

static const mote_op op = {
    .name = "SELECT_V2",
    .code = 123,
    .options_type = 98,
    .min_inputs = 3,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

static mote_status lower(mote_lowering *l) {
  mote_tensor x[MOTE_BROADCAST_INPUTS];
  for (uint32_t i = 0; i < MOTE_BROADCAST_INPUTS; i++) {
    mote_lower_input(l, i, &x[i]);
  }
  return mote_lower_select(l, x);
}

MOTE_KERNEL(select_v2, op, MOTE_TYPES(MOTE_BOOL, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_select_params, 1, lower,
            mote_run_select);
