/* SPDX-License-Identifier: Apache-2.0 */
#include "arg_min.h"

static const mote_op arg_min = {MOTE_ARG_OP("ARG_MIN", 79, 57)};

MOTE_REDUCE_RUN(run_s8, mote_arg_min_s8)
MOTE_REDUCE_RUN(run_f32, mote_arg_min_f32)
MOTE_REDUCE_RUN(run_s16, mote_arg_min_s16)
MOTE_REDUCE_RUN(run_s32, mote_arg_min_s32)

MOTE_ARG_DESCRIPTOR(arg_min_s8, arg_min, MOTE_INT8, run_s8);
MOTE_ARG_DESCRIPTOR(arg_min_f32, arg_min, MOTE_FLOAT32, run_f32);
MOTE_ARG_DESCRIPTOR(arg_min_s16, arg_min, MOTE_INT16, run_s16);
MOTE_ARG_DESCRIPTOR(arg_min_s32, arg_min, MOTE_INT32, run_s32);
