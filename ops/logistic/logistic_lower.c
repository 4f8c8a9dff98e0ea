/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/lookup.h"
#include "logistic.h"

static const mote_op op = {MOTE_UNARY_OP("LOGISTIC", 14, 0)};

static mote_status lower_s8(mote_lowering *l) {
  return mote_lower_sigmoid_s8(l, -8, -128);
}

static mote_status lower_s16(mote_lowering *l) {
  return mote_lower_sigmoid_s16(l, 0);
}

MOTE_TABLE_RUN(run_s8, mote_logistic_s8)
MOTE_PARAMS_RUN(run_s16, mote_logistic_s16)
MOTE_UNARY_RUN(run_f32, mote_logistic_f32)

MOTE_KERNEL(logistic_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), mote_sigmoid_s8_params, 1,
            lower_s8, run_s8);
MOTE_KERNEL(logistic_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_sigmoid_s16_params, 0,
            lower_s16, run_s16);
MOTE_UNARY_DESCRIPTOR(logistic_f32, op, MOTE_FLOAT32, run_f32);
