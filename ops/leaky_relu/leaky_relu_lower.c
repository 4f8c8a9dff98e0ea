/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/lookup.h"
#include "../common/scale.h"
#include "leaky_relu.h"

enum { ALPHA };

/* The largest shift of a difference of 16 bits that does not overflow. */
enum { MAX_SHIFT = 14 };

static const mote_option options[] = {
    [ALPHA] = {MOTE_NAME("alpha"), 0, MOTE_OPTION_FLOAT, 0, 0, 0},
};

static const mote_op op = {
    MOTE_UNARY_OP("LEAKY_RELU", 98, 75),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
};

static mote_status lower_quantized(mote_lowering *l) {
  mote_leaky_relu_params p;
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_per_tensor(l, &y));
  uint32_t alpha_bits = (uint32_t)l->option[ALPHA];
  MOTE_CHECK(l, (alpha_bits & 0x7FFFFFFFu) < 0x7F800000u, MOTE_OPTION, &x, 0, alpha_bits, "alpha is not a number");
  mote_real scale, factor;
  mote_scale_ratio(&scale, &x,
                   &y); /* in double, as the released TensorFlow Lite Micro does; TensorFlow Lite: in float */
  MOTE_TRY(mote_lower_multiplier(l, &y, &scale, MAX_SHIFT, &p.multiplier, &p.shift));
  mote_scale_of(&scale, &x);
  mote_real_from_float(&factor, alpha_bits & 0x7FFFFFFFu);
  mote_real_mul(&scale, &scale, &factor);
  mote_scale_of(&factor, &y);
  mote_real_div(&scale, &scale, &factor);
  MOTE_TRY(mote_lower_multiplier(l, &y, &scale, MAX_SHIFT, &p.alpha_multiplier, &p.alpha_shift));
  p.alpha_sign = alpha_bits >> 31 != 0 ? -1 : 1;
  p.unused = 0;
  p.x_zero_point = (int16_t)x.zero_point;
  p.y_zero_point = (int16_t)y.zero_point;
  p.count = mote_lower_elements(l);
  if (y.type == MOTE_INT8) {
    mote_lower_table(l, p.count);
  }
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_f32(mote_lowering *l) {
  mote_leaky_relu_f32_params p;
  p.count = mote_lower_elements(l);
  p.alpha = mote_option_float(l, ALPHA);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

MOTE_TABLE_RUN(run_s8, mote_leaky_relu_s8)
MOTE_PARAMS_RUN(run_s16, mote_leaky_relu_s16)
MOTE_PARAMS_RUN(run_f32, mote_leaky_relu_f32)

MOTE_KERNEL(leaky_relu_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), mote_leaky_relu_params, 1,
            lower_quantized, run_s8);
MOTE_KERNEL(leaky_relu_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_leaky_relu_params, 0,
            lower_quantized, run_s16);
MOTE_KERNEL(leaky_relu_f32, op, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32),
            mote_leaky_relu_f32_params, 0, lower_f32, run_f32);
