/* SPDX-License-Identifier: Apache-2.0 */
#include "select_v2.h"

static const mote_op select_v2 = {
    .name = "SELECT_V2",
    .code = 123,
    .options_type = 98,
    .min_inputs = 3,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = mote_infer_broadcast,
};

MOTE_KERNEL(select_v2, select_v2, MOTE_TYPES(MOTE_BOOL, MOTE_NONE, MOTE_NONE, MOTE_NONE), mote_choose_params, 1,
            mote_lower_choose, mote_run_choose);
