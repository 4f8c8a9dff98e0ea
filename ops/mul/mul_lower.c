/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/scale.h"
#include "mul.h"

static const mote_option options[] = {MOTE_OPTION_ACTIVATION(0)};

static const mote_op mul = {
    MOTE_BINARY_OP("MUL", 18, 21),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
};

static mote_status lower_quantized(mote_lowering *l) {
  mote_mul_params p;
  mote_requant q;
  mote_tensor a, b, y;
  mote_lower_input(l, 0, &a);
  mote_lower_input(l, 1, &b);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &a));
  MOTE_TRY(mote_check_per_tensor(l, &b));
  MOTE_TRY(mote_lower_activation(l, &y, l->option[0], &q));
  bool is_s16 = y.type == MOTE_INT16;
  if (is_s16) {
    MOTE_TRY(mote_check_zero_point(l, &a, 0));
    MOTE_TRY(mote_check_zero_point(l, &b, 0));
    MOTE_TRY(mote_check_zero_point(l, &y, 0));
  }
  mote_real scale, factor;
  mote_scale_of(&scale, &a);
  mote_scale_of(&factor, &b);
  mote_real_mul(&scale, &scale, &factor);
  mote_scale_of(&factor, &y);
  mote_real_div(&scale, &scale, &factor);
  int8_t shift;
  MOTE_TRY(mote_lower_multiplier(l, &y, &scale, is_s16 ? 0 : 14, &p.multiplier, &shift));
  if (!is_s16 && shift < -20) { /* rounds every product of int8 to 0; the kernel counts on no more than 20 */
    p.multiplier = 0;
    shift = 0;
  }
  p.shift = shift;
  p.a_zero_point = (int16_t)a.zero_point;
  p.b_zero_point = (int16_t)b.zero_point;
  p.y_zero_point = q.y_offset;
  p.min = q.min;
  p.max = q.max;
  mote_lower_broadcast(l, &p.shape);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

MOTE_BINARY_RUN(run_s8, mote_mul_s8, int8_t)
MOTE_BINARY_RUN(run_s16, mote_mul_s16, int16_t)
MOTE_BINARY_RUN(run_f32, mote_mul_f32, float)
MOTE_BINARY_RUN(run_s32, mote_mul_s32, int32_t)
MOTE_BINARY_RUN(run_s64, mote_mul_s64, mote_int64)

MOTE_BINARY_DESCRIPTOR(mul_s8, mul, MOTE_INT8, MOTE_INT8, mote_mul_params, lower_quantized, run_s8);
MOTE_BINARY_DESCRIPTOR(mul_s16, mul, MOTE_INT16, MOTE_INT16, mote_mul_params, lower_quantized, run_s16);
MOTE_BINARY_DESCRIPTOR(mul_f32, mul, MOTE_FLOAT32, MOTE_FLOAT32, mote_binary_f32_params, mote_lower_binary_f32,
                       run_f32);
MOTE_BINARY_DESCRIPTOR(mul_s32, mul, MOTE_INT32, MOTE_INT32, mote_binary_s32_params, mote_lower_binary_s32, run_s32);
MOTE_BINARY_DESCRIPTOR(mul_s64, mul, MOTE_INT64, MOTE_INT64, mote_binary_s32_params, mote_lower_binary_s32, run_s64);
