/* SPDX-License-Identifier: Apache-2.0 */
#include "reshape.h"

/* No infer(): the new shape may be computed by other operators (dynamic batch); the file's output shape is what counts,
 * and that it has as many elements. */
static const mote_op reshape = {
    .name = "RESHAPE",
    .code = 22,
    .options_type = 17,
    .min_inputs = 1,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
};

/* io[]: x, shape, y */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_copy(params, io[0], io[2]);
  return MOTE_OK;
}

MOTE_KERNEL(reshape, reshape, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_copy_params, 0,
            mote_lower_view, run);
