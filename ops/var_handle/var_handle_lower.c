/* SPDX-License-Identifier: Apache-2.0 */
#include "var_handle.h"

static const mote_op var_handle = {
    .name = "VAR_HANDLE",
    .code = 142,
    .options_type = 111,
    .min_inputs = 0,
    .max_inputs = 0,
    .min_outputs = 1,
    .max_outputs = 1,
};

static mote_status lower(mote_lowering *l) {
  mote_tensor y;
  mote_lower_output(l, 0, &y);
  MOTE_CHECK(l, !y.is_variable, MOTE_TYPE, &y, 0, 0, "a handle cannot be a variable tensor");
  mote_lower_open_variable(l);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)params;
  (void)io;
  (void)instance;
  return MOTE_OK;
}

const mote_kernel mote_kernel_var_handle = {
    .op = &var_handle,
#if MOTE_TEXT
    .name = "var_handle",
#endif
    .types = MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_RESOURCE),
    .lower = lower,
    .run = run,
};
