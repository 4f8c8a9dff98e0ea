/* SPDX-License-Identifier: Apache-2.0 */
/* The operators that only cut: RELU, RELU6, RELU_N1_TO_1, RELU_0_TO_1. Quantised ones also rescale: see rescale.h. */
#ifndef MOTE_OPS_COMMON_RELU_H
#define MOTE_OPS_COMMON_RELU_H

#include "lookup.h"
#include "rescale.h"
#include "unary.h"

typedef struct mote_relu_f32_params {
  int32_t count;
  float min, max;
} mote_relu_f32_params;

/* lower(): cuts as the fused activation `low` does below, as `high` does above. */
mote_status mote_lower_relu_quantized(mote_lowering *l, int32_t low, int32_t high);
mote_status mote_lower_relu_f32(mote_lowering *l, int32_t low, int32_t high);
mote_status mote_run_relu_f32(const void *params, void *const *io, mote_instance *instance);

/* The whole operator: its kernels are `name`_s8, `name`_s16 and `name`_f32. */
#define MOTE_RELU_OPERATOR(name, op_name, op_code, low, high)                                                        \
  static const mote_op op = {MOTE_UNARY_OP(op_name, op_code, 0)};                                                    \
  static mote_status lower_quantized(mote_lowering *l) {                                                             \
    return mote_lower_relu_quantized(l, low, high);                                                                  \
  }                                                                                                                  \
  static mote_status lower_f32(mote_lowering *l) {                                                                   \
    return mote_lower_relu_f32(l, low, high);                                                                        \
  }                                                                                                                  \
  MOTE_TABLE_RUN(run_s8, mote_rescale_s8_s8)                                                                         \
  MOTE_PARAMS_RUN(run_s16, mote_rescale_s16_s16)                                                                     \
  MOTE_KERNEL(name##_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), mote_rescale_params, 1,         \
              lower_quantized, run_s8);                                                                              \
  MOTE_KERNEL(name##_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_rescale_params, 0,      \
              lower_quantized, run_s16);                                                                             \
  MOTE_KERNEL(name##_f32, op, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32), mote_relu_f32_params, 0, \
              lower_f32, mote_run_relu_f32)

#endif
