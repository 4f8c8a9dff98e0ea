/* SPDX-License-Identifier: Apache-2.0 */
/* DEPTH_TO_SPACE: the channels of a pixel become a square of pixels. Kernel: common/space_depth.h. */
#include "../common/space_depth.h"

static const mote_op depth_to_space = {
    .name = "DEPTH_TO_SPACE",
    .code = 5,
    .options_type = 94,
    .option_count = MOTE_COUNT_OF(mote_block_size_options),
    .min_inputs = 1,
    .max_inputs = 1,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = mote_block_size_options,
    .infer = mote_infer_depth_to_space,
};

MOTE_STRIDED_RUN(run, 1, 2)

MOTE_KERNEL(depth_to_space, depth_to_space, MOTE_TYPES(MOTE_NONE, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_strided_params,
            1, mote_lower_depth_to_space, run);
