/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/lookup.h"
#include "abs.h"

static const mote_op op = {MOTE_UNARY_OP("ABS", 101, 78)};

static mote_status lower_quantized(mote_lowering *l) {
  mote_rescale_params p;
  MOTE_TRY(mote_lower_rescale(l, MOTE_RATIO_FLOAT, &p));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_s8(mote_lowering *l) {
  mote_rescale_params p;
  MOTE_TRY(mote_lower_rescale(l, MOTE_RATIO_FLOAT, &p));
  mote_lower_table(l, p.count);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* int16 may be without a scale: then nothing is rescaled, and -32768, whose magnitude does not fit, stays as it is. */
static mote_status lower_s16(mote_lowering *l) {
  mote_tensor x;
  mote_lower_input(l, 0, &x);
  if (x.scale_count > 0) {
    return lower_quantized(l);
  }
  mote_rescale_params p = {0, 1 << 30, 1, 0, INT16_MAX + 1, 0, 0};
  p.count = mote_lower_elements(l);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

MOTE_TABLE_RUN(run_s8, mote_abs_s8)
MOTE_PARAMS_RUN(run_s16, mote_abs_s16)
MOTE_UNARY_RUN(run_f32, mote_abs_f32)
MOTE_UNARY_RUN(run_s32, mote_abs_s32)

MOTE_KERNEL(abs_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), mote_rescale_params, 1, lower_s8,
            run_s8);
MOTE_KERNEL(abs_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_rescale_params, 0, lower_s16,
            run_s16);
MOTE_UNARY_DESCRIPTOR(abs_f32, op, MOTE_FLOAT32, run_f32);
MOTE_UNARY_DESCRIPTOR(abs_s32, op, MOTE_INT32, run_s32);
