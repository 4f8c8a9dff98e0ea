/* SPDX-License-Identifier: Apache-2.0 */
/* SUM: over some dimensions. Integers without a scale wrap around. Kernels: common/reduce_sum.h. */
#include "../common/reduce_sum.h"

static const mote_op sum = {MOTE_REDUCE_OP("SUM", 74)};

static mote_status lower_quantized(mote_lowering *l) {
  return mote_lower_reduce_sum(l, false);
}

static mote_status lower_f32(mote_lowering *l) {
  return mote_lower_reduce_sum_f32(l, false);
}

MOTE_REDUCE_RUN(run_s8, mote_reduce_sum_s8)
MOTE_REDUCE_RUN(run_s16, mote_reduce_sum_s16)
MOTE_REDUCE_RUN(run_f32, mote_reduce_sum_f32)
MOTE_REDUCE_RUN(run_s32, mote_reduce_sum_s32)
MOTE_REDUCE_RUN(run_s64, mote_reduce_sum_s64)

MOTE_REDUCE_DESCRIPTOR(sum_s8, sum, MOTE_INT8, mote_reduce_sum_params, lower_quantized, run_s8);
MOTE_REDUCE_DESCRIPTOR(sum_s16, sum, MOTE_INT16, mote_reduce_sum_params, lower_quantized, run_s16);
MOTE_REDUCE_DESCRIPTOR(sum_f32, sum, MOTE_FLOAT32, mote_reduce_sum_f32_params, lower_f32, run_f32);
MOTE_REDUCE_DESCRIPTOR(sum_s32, sum, MOTE_INT32, mote_reduce_params, mote_lower_plain_reduce, run_s32);
MOTE_REDUCE_DESCRIPTOR(sum_s64, sum, MOTE_INT64, mote_reduce_params, mote_lower_plain_reduce, run_s64);
