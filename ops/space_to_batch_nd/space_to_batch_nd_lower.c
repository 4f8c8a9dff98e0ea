/* SPDX-License-Identifier: Apache-2.0 */
/* SPACE_TO_BATCH_ND: x, padded with zeros, taken apart into batches of one pixel of each block. Kernel: common/space_batch.h. */
#include "../common/space_batch.h"

static const mote_op space_to_batch_nd = {
    .name = "SPACE_TO_BATCH_ND",
    .code = 38,
    .options_type = 25,
    .min_inputs = 3,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = mote_infer_space_to_batch,
};

/* io[]: x, block sizes, paddings, y */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_space_to_batch(params, io[0], io[3]);
  return MOTE_OK;
}

MOTE_KERNEL(space_to_batch_nd, space_to_batch_nd, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE),
            mote_space_batch_params, 0, mote_lower_space_to_batch, run);
