/* SPDX-License-Identifier: Apache-2.0 */
#include "padv2.h"

static const mote_op padv2 = {
    .name = "PADV2",
    .code = 60,
    .options_type = 43,
    .min_inputs = 3,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = mote_infer_pad,
};

/* io[]: x, paddings, value, y, axes */
static mote_status lower(mote_lowering *l) {
  mote_tensor x, value;
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 2, &value);
  MOTE_CHECK(l, value.type == x.type, MOTE_TYPE, &value, x.type, value.type, "the value's type is not the input's");
  MOTE_CHECK(l, mote_shape_count(&value.shape) == 1, MOTE_SHAPE, &value, 1, mote_shape_count(&value.shape),
             "there must be one value");
  return mote_lower_pad(l);
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_pad(params, io[4], io[0], io[2], io[3]);
  return MOTE_OK;
}

MOTE_KERNEL(padv2, padv2, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_pad_params, 1, lower, run);
