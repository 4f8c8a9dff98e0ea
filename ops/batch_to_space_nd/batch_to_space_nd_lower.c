/* SPDX-License-Identifier: Apache-2.0 */
/* BATCH_TO_SPACE_ND: blocks of pixels put together from the batches of x, then cropped. Kernel: common/space_batch.h. */
#include "../common/space_batch.h"

static const mote_op batch_to_space_nd = {
    .name = "BATCH_TO_SPACE_ND",
    .code = 37,
    .options_type = 24,
    .min_inputs = 3,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = mote_infer_batch_to_space,
};

/* io[]: x, block sizes, crops, y */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_batch_to_space(params, io[0], io[3]);
  return MOTE_OK;
}

MOTE_KERNEL(batch_to_space_nd, batch_to_space_nd, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE),
            mote_space_batch_params, 0, mote_lower_batch_to_space, run);
