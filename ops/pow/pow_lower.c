/* SPDX-License-Identifier: Apache-2.0 */
#include "pow.h"

static const mote_op op = {MOTE_BINARY_OP("POW", 78, 56)};

MOTE_BINARY_RUN(run_f32, mote_pow_f32, float)
MOTE_CHECKED_RUN(run_s32, mote_find_below_s32, mote_pow_s32, int32_t)

MOTE_BINARY_DESCRIPTOR(pow_f32, op, MOTE_FLOAT32, MOTE_FLOAT32, mote_binary_params, mote_lower_binary, run_f32);
MOTE_BINARY_DESCRIPTOR(pow_s32, op, MOTE_INT32, MOTE_INT32, mote_checked_params, mote_lower_checked, run_s32);
