/* SPDX-License-Identifier: Apache-2.0 */
#include "reduce_min.h"

static const mote_op reduce_min = {MOTE_REDUCE_OP("REDUCE_MIN", 89)};

MOTE_REDUCE_RUN(run_s8, mote_reduce_min_s8)
MOTE_REDUCE_RUN(run_f32, mote_reduce_min_f32)
MOTE_REDUCE_RUN(run_s16, mote_reduce_min_s16)
MOTE_REDUCE_RUN(run_s32, mote_reduce_min_s32)
MOTE_REDUCE_RUN(run_s64, mote_reduce_min_s64)

MOTE_REDUCE_DESCRIPTOR(reduce_min_s8, reduce_min, MOTE_INT8, mote_reduce_params, mote_lower_plain_reduce, run_s8);
MOTE_REDUCE_DESCRIPTOR(reduce_min_f32, reduce_min, MOTE_FLOAT32, mote_reduce_params, mote_lower_plain_reduce, run_f32);
MOTE_REDUCE_DESCRIPTOR(reduce_min_s16, reduce_min, MOTE_INT16, mote_reduce_params, mote_lower_plain_reduce, run_s16);
MOTE_REDUCE_DESCRIPTOR(reduce_min_s32, reduce_min, MOTE_INT32, mote_reduce_params, mote_lower_plain_reduce, run_s32);
MOTE_REDUCE_DESCRIPTOR(reduce_min_s64, reduce_min, MOTE_INT64, mote_reduce_params, mote_lower_plain_reduce, run_s64);
