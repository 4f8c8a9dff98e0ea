/* SPDX-License-Identifier: Apache-2.0 */
#include "var_handle.h"

enum { SLOT_CONTAINER = 0, SLOT_SHARED_NAME = 1, MAX_NAME_BYTES = 255 };

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
  uint32_t container_bytes, name_bytes;
  mote_lower_output(l, 0, &y);
  mote_lower_option_vector(l, SLOT_CONTAINER, 1, &container_bytes);
  const char *name = mote_lower_option_vector(l, SLOT_SHARED_NAME, 1, &name_bytes);
  MOTE_CHECK(l, container_bytes == 0, MOTE_UNSUPPORTED_FEATURE, NULL, 0, container_bytes, "a variable in a container");
  MOTE_CHECK(l, name != NULL && name_bytes <= MAX_NAME_BYTES, MOTE_OPTION, NULL, MAX_NAME_BYTES, name_bytes,
             "shared_name is missing or too long");
  MOTE_CHECK(l, !y.is_variable, MOTE_TYPE, &y, 0, 0, "a handle cannot be a variable tensor");
  l->variable_name = name;
  l->variable_name_bytes = name_bytes;
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
