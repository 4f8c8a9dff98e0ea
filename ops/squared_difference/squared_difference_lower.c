/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/scale.h"
#include "squared_difference.h"

static const mote_op op = {MOTE_BINARY_OP("SQUARED_DIFFERENCE", 99, 76)};

static mote_status lower_scales(mote_lowering *l, const mote_tensor *a, const mote_tensor *b, const mote_tensor *y,
                                mote_squared_difference_params *p) {
  mote_real twice, scale, divisor;
  mote_scale_of(&twice, mote_float_bits(b->scale[0]) > mote_float_bits(a->scale[0]) ? b : a);
  twice.exponent++;
  mote_scale_of(&scale, a);
  mote_real_div(&scale, &scale, &twice);
  MOTE_TRY(mote_lower_multiplier(l, a, &scale, 0, &p->a_multiplier, &p->a_shift));
  mote_scale_of(&scale, b);
  mote_real_div(&scale, &scale, &twice);
  MOTE_TRY(mote_lower_multiplier(l, b, &scale, 0, &p->b_multiplier, &p->b_shift));
  mote_real_mul(&scale, &twice, &twice);
  mote_scale_of(&divisor, y);
  divisor.exponent += 2 * p->left;
  mote_real_div(&scale, &scale, &divisor);
  return mote_lower_multiplier(l, y, &scale, 30, &p->y_multiplier, &p->y_shift);
}

static mote_status lower_quantized(mote_lowering *l) {
  mote_squared_difference_params p;
  mote_tensor a, b, y;
  mote_lower_input(l, 0, &a);
  mote_lower_input(l, 1, &b);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &a));
  MOTE_TRY(mote_check_per_tensor(l, &b));
  MOTE_TRY(mote_check_per_tensor(l, &y));
  if (y.type == MOTE_INT16) {
    MOTE_TRY(mote_check_zero_point(l, &a, 0));
    MOTE_TRY(mote_check_zero_point(l, &b, 0));
    MOTE_TRY(mote_check_zero_point(l, &y, 0));
  }
  p.left = y.type == MOTE_INT16 ? 0 : 7;
  p.a_zero_point = (int16_t)a.zero_point;
  p.b_zero_point = (int16_t)b.zero_point;
  p.y_zero_point = (int16_t)y.zero_point;
  p.unused = 0;
  MOTE_TRY(lower_scales(l, &a, &b, &y, &p));
  mote_lower_broadcast(l, &p.shape);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

MOTE_BINARY_RUN(run_s8, mote_squared_difference_s8, int8_t)
MOTE_BINARY_RUN(run_s16, mote_squared_difference_s16, int16_t)
MOTE_BINARY_RUN(run_f32, mote_squared_difference_f32, float)
MOTE_BINARY_RUN(run_s32, mote_squared_difference_s32, int32_t)

MOTE_BINARY_DESCRIPTOR(squared_difference_s8, op, MOTE_INT8, MOTE_INT8, mote_squared_difference_params, lower_quantized,
                       run_s8);
MOTE_BINARY_DESCRIPTOR(squared_difference_s16, op, MOTE_INT16, MOTE_INT16, mote_squared_difference_params,
                       lower_quantized, run_s16);
MOTE_BINARY_DESCRIPTOR(squared_difference_f32, op, MOTE_FLOAT32, MOTE_FLOAT32, mote_binary_params, mote_lower_binary,
                       run_f32);
MOTE_BINARY_DESCRIPTOR(squared_difference_s32, op, MOTE_INT32, MOTE_INT32, mote_binary_params, mote_lower_binary,
                       run_s32);
