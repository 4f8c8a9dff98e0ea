/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/sum.h"
#include "add.h"

static const mote_option options[] = {MOTE_OPTION_ACTIVATION(0)};

static const mote_op add = {
    MOTE_BINARY_OP("ADD", 0, 11),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
};

static mote_status lower_quantized(mote_lowering *l) {
  return mote_lower_sum(l, 1, MOTE_SUM_DOUBLE);
}

MOTE_BINARY_RUN(run_s8, mote_sum_s8, int8_t)
MOTE_BINARY_RUN(run_s16, mote_sum_s16, int16_t)
MOTE_BINARY_RUN(run_f32, mote_add_f32, float)
MOTE_BINARY_RUN(run_s32, mote_add_s32, int32_t)
MOTE_BINARY_RUN(run_s64, mote_add_s64, int64_t)

MOTE_BINARY_DESCRIPTOR(add_s8, add, MOTE_INT8, MOTE_INT8, mote_sum_params, lower_quantized, run_s8);
MOTE_BINARY_DESCRIPTOR(add_s16, add, MOTE_INT16, MOTE_INT16, mote_sum_params, lower_quantized, run_s16);
MOTE_BINARY_DESCRIPTOR(add_f32, add, MOTE_FLOAT32, MOTE_FLOAT32, mote_binary_f32_params, mote_lower_binary_f32,
                       run_f32);
MOTE_BINARY_DESCRIPTOR(add_s32, add, MOTE_INT32, MOTE_INT32, mote_binary_s32_params, mote_lower_binary_s32, run_s32);
MOTE_BINARY_DESCRIPTOR(add_s64, add, MOTE_INT64, MOTE_INT64, mote_binary_s32_params, mote_lower_binary_s32, run_s64);
