/* SPDX-License-Identifier: Apache-2.0 */
#include "zeros_like.h"

#include <string.h>

static const mote_op zeros_like = {
    .name = "ZEROS_LIKE",
    .code = 93,
    .options_type = 67,
    .min_inputs = 1,
    .max_inputs = 1,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = mote_infer_same,
};

/* io[]: x, y */
static mote_status lower(mote_lowering *l) {
  mote_tensor y;
  mote_lower_output(l, 0, &y);
  mote_copy_params p = {y.bytes};
  l->in_place = 1;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_copy_params *p = params;
  memset(io[1], 0, p->bytes);
  return MOTE_OK;
}

MOTE_KERNEL(zeros_like, zeros_like, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_copy_params, 0, lower,
            run);
