/* SPDX-License-Identifier: Apache-2.0 */
/* MEAN: the average over some dimensions. Kernels: common/reduce_sum.h. */
#include "../common/reduce_sum.h"

static const mote_op mean = {MOTE_REDUCE_OP("MEAN", 40)};

static mote_status lower_quantized(mote_lowering *l) {
  return mote_lower_reduce_sum(l, true);
}

static mote_status lower_f32(mote_lowering *l) {
  return mote_lower_reduce_sum_f32(l, true);
}

MOTE_REDUCE_RUN(run_s8, mote_reduce_sum_s8)
MOTE_REDUCE_RUN(run_s16, mote_reduce_sum_s16)
MOTE_REDUCE_RUN(run_f32, mote_reduce_sum_f32)

MOTE_REDUCE_DESCRIPTOR(mean_s8, mean, MOTE_INT8, mote_reduce_sum_params, lower_quantized, run_s8);
MOTE_REDUCE_DESCRIPTOR(mean_s16, mean, MOTE_INT16, mote_reduce_sum_params, lower_quantized, run_s16);
MOTE_REDUCE_DESCRIPTOR(mean_f32, mean, MOTE_FLOAT32, mote_reduce_sum_f32_params, lower_f32, run_f32);
