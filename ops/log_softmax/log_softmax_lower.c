/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/unary.h"
#include "log_softmax.h"

static const mote_op op = {MOTE_UNARY_OP("LOG_SOFTMAX", 50, 36)};

static mote_status lower_s8(mote_lowering *l) {
  const uint32_t one = 0x3F800000, sixteenth = 0x3D800000; /* floats */
  mote_log_softmax_s8_params p;
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_per_tensor(l, &y));
  MOTE_TRY(mote_check_zero_point(l, &y, INT8_MAX));
  MOTE_CHECK(l, mote_float_bits(y.scale[0]) == sixteenth, MOTE_QUANTIZATION, &y, sixteenth, mote_float_bits(y.scale[0]),
             "the output's scale must be 1/16");
  MOTE_TRY(mote_lower_softmax_scale(l, &x, one, &p.scale));
  mote_real scale, multiplier;
  int8_t shift;
  mote_real_from_int(&scale, 1);
  scale.exponent += 31 - p.scale.shift;
  mote_real_from_int(&multiplier, p.scale.multiplier);
  mote_real_div(&scale, &scale, &multiplier);
  MOTE_TRY(mote_lower_multiplier(l, &x, &scale, 0, &p.inverse_multiplier, &shift));
  p.inverse_shift = shift;
  MOTE_TRY(mote_lower_softmax_rows(l, (1 << 12) - 1, &p.rows, &p.depth));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_f32(mote_lowering *l) {
  mote_log_softmax_f32_params p;
  MOTE_TRY(mote_lower_softmax_rows(l, INT32_MAX, &p.rows, &p.depth));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y */
static mote_status run_s8(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_log_softmax_s8_params *p = params;
  mote_rows all = {0, p->rows};
  mote_log_softmax_s8(p, all, io[0], io[1]);
  return MOTE_OK;
}

static mote_status run_f32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_log_softmax_f32_params *p = params;
  mote_rows all = {0, p->rows};
  mote_log_softmax_f32(p, all, io[0], io[1]);
  return MOTE_OK;
}

MOTE_KERNEL(log_softmax_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), mote_log_softmax_s8_params, 0,
            lower_s8, run_s8);
MOTE_KERNEL(log_softmax_f32, op, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32),
            mote_log_softmax_f32_params, 0, lower_f32, run_f32);
