/* SPDX-License-Identifier: Apache-2.0 */
/* SPACE_TO_DEPTH: squares of pixels become the channels of one pixel. Kernel: common/space_depth.h. */
#include "../common/space_depth.h"

static const mote_op space_to_depth = {
    .name = "SPACE_TO_DEPTH",
    .code = 26,
    .options_type = 19,
    .option_count = MOTE_COUNT_OF(mote_block_size_options),
    .min_inputs = 1,
    .max_inputs = 1,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = mote_block_size_options,
    .infer = mote_infer_space_to_depth,
};

MOTE_STRIDED_RUN(run, 1, 2)

MOTE_KERNEL(space_to_depth, space_to_depth, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_strided_params,
            1, mote_lower_space_to_depth, run);
