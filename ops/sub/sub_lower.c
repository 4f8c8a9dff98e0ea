/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/sum.h"
#include "sub.h"

static const mote_option options[] = {MOTE_OPTION_ACTIVATION(0)};

static const mote_op sub = {
    MOTE_BINARY_OP("SUB", 41, 28),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
};

static mote_status lower_quantized(mote_lowering *l) {
  return mote_lower_sum(l, -1, MOTE_SUM_FLOAT);
}

MOTE_BINARY_RUN(run_s8, mote_sum_s8, int8_t)
MOTE_BINARY_RUN(run_s16, mote_sum_s16, int16_t)
MOTE_BINARY_RUN(run_f32, mote_sub_f32, float)
MOTE_BINARY_RUN(run_s32, mote_sub_s32, int32_t)
MOTE_BINARY_RUN(run_s64, mote_sub_s64, int64_t)

MOTE_BINARY_DESCRIPTOR(sub_s8, sub, MOTE_INT8, MOTE_INT8, mote_sum_params, lower_quantized, run_s8);
MOTE_BINARY_DESCRIPTOR(sub_s16, sub, MOTE_INT16, MOTE_INT16, mote_sum_params, lower_quantized, run_s16);
MOTE_BINARY_DESCRIPTOR(sub_f32, sub, MOTE_FLOAT32, MOTE_FLOAT32, mote_binary_f32_params, mote_lower_binary_f32,
                       run_f32);
MOTE_BINARY_DESCRIPTOR(sub_s32, sub, MOTE_INT32, MOTE_INT32, mote_binary_s32_params, mote_lower_binary_s32, run_s32);
MOTE_BINARY_DESCRIPTOR(sub_s64, sub, MOTE_INT64, MOTE_INT64, mote_binary_s32_params, mote_lower_binary_s32, run_s64);
