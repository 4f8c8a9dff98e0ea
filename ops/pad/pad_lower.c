/* SPDX-License-Identifier: Apache-2.0 */
#include "pad.h"

static const mote_op pad = {
    .name = "PAD",
    .code = 34,
    .options_type = 22,
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = mote_infer_pad,
};

/* io[]: x, paddings, y, axes */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_pad_params *p = params;
  const int32_t value[2] = {p->value, 0};
  mote_pad(p, io[3], io[0], value, io[2]);
  return MOTE_OK;
}

MOTE_KERNEL(pad, pad, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_pad_params, 1, mote_lower_pad, run);
