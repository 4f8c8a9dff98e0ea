/* SPDX-License-Identifier: Apache-2.0 */
#include "assign_variable.h"

static const mote_op assign_variable = {
    .name = "ASSIGN_VARIABLE",
    .code = 144,
    .options_type = 113,
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 0,
    .max_outputs = 0,
};

static mote_status lower(mote_lowering *l) {
  mote_tensor x;
  mote_lower_input(l, 1, &x);
  mote_copy_params p = {x.bytes};
  mote_lower_use_variable(l, x.bytes);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_copy(params, io[1], io[0]);
  return MOTE_OK;
}

MOTE_KERNEL(assign_variable, assign_variable, MOTE_TYPES(MOTE_RESOURCE, MOTE_NONE, MOTE_NONE, MOTE_NONE),
            mote_copy_params, 0, lower, run);
