/* SPDX-License-Identifier: Apache-2.0 */
#include "reduce_max.h"

static const mote_op reduce_max = {MOTE_REDUCE_OP("REDUCE_MAX", 82)};

MOTE_REDUCE_RUN(run_s8, mote_reduce_max_s8)
MOTE_REDUCE_RUN(run_f32, mote_reduce_max_f32)
MOTE_REDUCE_RUN(run_s16, mote_reduce_max_s16)
MOTE_REDUCE_RUN(run_s32, mote_reduce_max_s32)
MOTE_REDUCE_RUN(run_s64, mote_reduce_max_s64)

MOTE_REDUCE_DESCRIPTOR(reduce_max_s8, reduce_max, MOTE_INT8, mote_reduce_params, mote_lower_plain_reduce, run_s8);
MOTE_REDUCE_DESCRIPTOR(reduce_max_f32, reduce_max, MOTE_FLOAT32, mote_reduce_params, mote_lower_plain_reduce, run_f32);
MOTE_REDUCE_DESCRIPTOR(reduce_max_s16, reduce_max, MOTE_INT16, mote_reduce_params, mote_lower_plain_reduce, run_s16);
MOTE_REDUCE_DESCRIPTOR(reduce_max_s32, reduce_max, MOTE_INT32, mote_reduce_params, mote_lower_plain_reduce, run_s32);
MOTE_REDUCE_DESCRIPTOR(reduce_max_s64, reduce_max, MOTE_INT64, mote_reduce_params, mote_lower_plain_reduce, run_s64);
