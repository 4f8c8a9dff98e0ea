/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/scale.h"
#include "prelu.h"

static const mote_op op = {MOTE_BINARY_OP("PRELU", 54, 0)};

/* The largest shifts of differences of 16 bits, and of their products with 9 more, that do not overflow. */
enum { MAX_SHIFT = 14, MAX_ALPHA_SHIFT = 6 };

static mote_status check_shape(mote_lowering *l) {
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_CHECK(l, mote_shape_equal(&x.shape, &y.shape), MOTE_SHAPE, &x, y.shape.rank, x.shape.rank,
             "alpha may not broadcast beyond the input");
  return MOTE_OK;
}

static mote_status lower_quantized(mote_lowering *l) {
  mote_prelu_params p;
  mote_tensor x, alpha, y;
  mote_real scale, factor;
  MOTE_TRY(check_shape(l));
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 1, &alpha);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_per_tensor(l, &alpha));
  MOTE_TRY(mote_check_per_tensor(l, &y));
  mote_scale_ratio(&scale, &x, &y);
  MOTE_TRY(mote_lower_multiplier(l, &y, &scale, MAX_SHIFT, &p.multiplier, &p.shift));
  mote_scale_of(&scale, &x);
  mote_scale_of(&factor, &alpha);
  mote_real_mul(&scale, &scale, &factor);
  mote_scale_of(&factor, &y);
  mote_real_div(&scale, &scale, &factor);
  MOTE_TRY(mote_lower_multiplier(l, &y, &scale, MAX_ALPHA_SHIFT, &p.alpha_multiplier, &p.alpha_shift));
  p.x_zero_point = (int16_t)x.zero_point;
  p.alpha_zero_point = (int16_t)alpha.zero_point;
  p.y_zero_point = (int16_t)y.zero_point;
  mote_lower_broadcast(l, &p.shape);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_f32(mote_lowering *l) {
  MOTE_TRY(check_shape(l));
  return mote_lower_binary(l);
}

MOTE_BINARY_RUN(run_s8, mote_prelu_s8, int8_t)
MOTE_BINARY_RUN(run_s16, mote_prelu_s16, int16_t)
MOTE_BINARY_RUN(run_f32, mote_prelu_f32, float)

MOTE_BINARY_DESCRIPTOR(prelu_s8, op, MOTE_INT8, MOTE_INT8, mote_prelu_params, lower_quantized, run_s8);
MOTE_KERNEL(prelu_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_INT8, MOTE_NONE, MOTE_INT16), mote_prelu_params, 1,
            lower_quantized, run_s16);
MOTE_BINARY_DESCRIPTOR(prelu_f32, op, MOTE_FLOAT32, MOTE_FLOAT32, mote_binary_params, lower_f32, run_f32);
