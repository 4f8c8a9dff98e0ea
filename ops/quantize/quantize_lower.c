/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/lookup.h"
#include "quantize.h"

static const mote_op op = {MOTE_UNARY_OP("QUANTIZE", 114, 89)};

static mote_status lower_float(mote_lowering *l) {
  mote_quantize_params p;
  mote_tensor y;
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &y));
  p.count = mote_lower_elements(l);
  p.scale = y.scale[0];
  p.zero_point = y.zero_point;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_rescale(mote_lowering *l) {
  mote_rescale_params p;
  MOTE_TRY(mote_lower_rescale(l, MOTE_RATIO_DOUBLE, &p));
  mote_lower_rescale_params(l, &p);
  return MOTE_OK;
}

#define QUANTIZE_FLOAT(suffix, y_type)                                                                                \
  MOTE_PARAMS_RUN(run_##suffix, mote_quantize_##suffix)                                                               \
  MOTE_KERNEL(quantize_##suffix, op, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, y_type), mote_quantize_params, 0, \
              lower_float, run_##suffix)

#define QUANTIZE_INTEGER(suffix, x_type, y_type)                                                               \
  MOTE_PARAMS_RUN(run_##suffix, mote_rescale_##suffix)                                                         \
  MOTE_KERNEL(quantize_##suffix, op, MOTE_TYPES(x_type, MOTE_NONE, MOTE_NONE, y_type), mote_rescale_params, 0, \
              lower_rescale, run_##suffix)

/* From one byte to another. */
#define QUANTIZE_BYTE(suffix, x_type, y_type)                                                                  \
  MOTE_TABLE_RUN(run_##suffix, mote_rescale_##suffix)                                                          \
  MOTE_KERNEL(quantize_##suffix, op, MOTE_TYPES(x_type, MOTE_NONE, MOTE_NONE, y_type), mote_rescale_params, 1, \
              lower_rescale, run_##suffix)

QUANTIZE_FLOAT(f32_s8, MOTE_INT8);
QUANTIZE_FLOAT(f32_u8, MOTE_UINT8);
QUANTIZE_FLOAT(f32_s16, MOTE_INT16);
QUANTIZE_BYTE(s8_s8, MOTE_INT8, MOTE_INT8);
QUANTIZE_BYTE(s8_u8, MOTE_INT8, MOTE_UINT8);
QUANTIZE_BYTE(u8_s8, MOTE_UINT8, MOTE_INT8);
QUANTIZE_BYTE(u8_u8, MOTE_UINT8, MOTE_UINT8);
QUANTIZE_INTEGER(s8_s16, MOTE_INT8, MOTE_INT16);
QUANTIZE_INTEGER(s8_s32, MOTE_INT8, MOTE_INT32);
QUANTIZE_INTEGER(s16_s8, MOTE_INT16, MOTE_INT8);
QUANTIZE_INTEGER(s16_s16, MOTE_INT16, MOTE_INT16);
QUANTIZE_INTEGER(s16_s32, MOTE_INT16, MOTE_INT32);
QUANTIZE_INTEGER(s32_s8, MOTE_INT32, MOTE_INT8);
QUANTIZE_INTEGER(s32_s16, MOTE_INT32, MOTE_INT16);
