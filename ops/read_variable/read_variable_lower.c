/* SPDX-License-Identifier: Apache-2.0 */
#include "read_variable.h"

static const mote_op read_variable = {
    .name = "READ_VARIABLE",
    .code = 143,
    .options_type = 112,
    .min_inputs = 1,
    .max_inputs = 1,
    .min_outputs = 1,
    .max_outputs = 1,
};

static mote_status lower(mote_lowering *l) {
  mote_tensor y;
  mote_lower_output(l, 0, &y);
  mote_copy_params p = {y.bytes};
  mote_lower_use_variable(l, y.bytes);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_copy(params, io[0], io[1]);
  return MOTE_OK;
}

MOTE_KERNEL(read_variable, read_variable, MOTE_TYPES(MOTE_RESOURCE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_copy_params,
            0, lower, run);
