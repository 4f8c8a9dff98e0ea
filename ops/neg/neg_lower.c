/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/lookup.h"
#include "neg.h"

static const mote_op op = {MOTE_UNARY_OP("NEG", 59, 42)};

static mote_status lower_quantized(mote_lowering *l) {
  mote_rescale_params p;
  MOTE_TRY(mote_lower_rescale(l, MOTE_RATIO_DOUBLE, &p));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_s8(mote_lowering *l) {
  mote_rescale_params p;
  MOTE_TRY(mote_lower_rescale(l, MOTE_RATIO_DOUBLE, &p));
  mote_lower_table(l, p.count);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

MOTE_TABLE_RUN(run_s8, mote_neg_s8)
MOTE_PARAMS_RUN(run_s16, mote_neg_s16)
MOTE_UNARY_RUN(run_f32, mote_neg_f32)
MOTE_UNARY_RUN(run_s32, mote_neg_s32)
MOTE_UNARY_RUN(run_s64, mote_neg_s64)

MOTE_KERNEL(neg_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), mote_rescale_params, 1, lower_s8,
            run_s8);
MOTE_KERNEL(neg_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_rescale_params, 0,
            lower_quantized, run_s16);
MOTE_UNARY_DESCRIPTOR(neg_f32, op, MOTE_FLOAT32, run_f32);
MOTE_UNARY_DESCRIPTOR(neg_s32, op, MOTE_INT32, run_s32);
MOTE_UNARY_DESCRIPTOR(neg_s64, op, MOTE_INT64, run_s64);
