/* SPDX-License-Identifier: Apache-2.0 */
#include "binary.h"

#include "checked.h"

mote_status mote_lower_binary(mote_lowering *l) {
  mote_binary_params p;
  mote_lower_broadcast(l, &p.shape);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

mote_status mote_lower_binary_f32(mote_lowering *l) {
  mote_binary_f32_params p;
  mote_lower_broadcast(l, &p.shape);
  mote_float_activation(l->option[0], &p.min, &p.max);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

void mote_integer_activation(int32_t activation, int32_t *min, int32_t *max) {
  *min = activation == MOTE_ACT_NONE ? INT32_MIN : activation == MOTE_ACT_RELU_N1_TO_1 ? -1 : 0;
  *max = activation == MOTE_ACT_RELU6 ? 6 : activation == MOTE_ACT_RELU_N1_TO_1 ? 1 : INT32_MAX;
}

mote_status mote_lower_binary_s32(mote_lowering *l) {
  mote_binary_s32_params p;
  mote_lower_broadcast(l, &p.shape);
  mote_integer_activation(l->option[0], &p.min, &p.max);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

mote_status mote_lower_checked(mote_lowering *l) {
  mote_checked_params p;
  mote_tensor b;
  mote_lower_input(l, 1, &b);
  p.b_count = (int32_t)mote_shape_count(&b.shape);
  mote_lower_broadcast(l, &p.shape);
  mote_lower_params(l, &p);
  return MOTE_OK;
}
