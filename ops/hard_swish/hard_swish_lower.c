/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/lookup.h"
#include "../common/scale.h"
#include "hard_swish.h"

static const mote_op op = {MOTE_UNARY_OP("HARD_SWISH", 117, 91)};

/* A multiplier of 31 bits in 15, rounded; the shift stays. */
static int16_t narrow(int32_t multiplier) {
  return (int16_t)(multiplier >= INT32_MAX - (1 << 15) ? INT16_MAX : (multiplier + (1 << 15)) >> 16);
}

/* scale(x) / 128 / divisor, rounded to float. */
static mote_status lower_scale(mote_lowering *l, const mote_tensor *x, const mote_real *divisor, int32_t max_shift,
                               int16_t *multiplier, int16_t *shift) {
  mote_real scale;
  int32_t wide;
  int8_t bits;
  mote_scale_of(&scale, x);
  scale.exponent -= 7;
  mote_real_div(&scale, &scale, divisor);
  mote_real_round_to_float(&scale);
  MOTE_TRY(mote_lower_multiplier(l, x, &scale, max_shift, &wide, &bits));
  *multiplier = narrow(wide);
  *shift = bits;
  return MOTE_OK;
}

static mote_status lower_s8(mote_lowering *l) {
  mote_hard_swish_params p;
  mote_tensor x, y;
  mote_real divisor;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_per_tensor(l, &y));
  mote_scale_of(&divisor, &y);
  MOTE_TRY(lower_scale(l, &x, &divisor, 0, &p.y_multiplier, &p.y_shift));
  mote_real_from_int(&divisor, 3);
  divisor.exponent -= 15;
  MOTE_TRY(lower_scale(l, &x, &divisor, 16, &p.relu_multiplier, &p.relu_shift));
  p.x_zero_point = (int16_t)x.zero_point;
  p.y_zero_point = (int16_t)y.zero_point;
  p.count = mote_lower_elements(l);
  mote_lower_table(l, p.count);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

MOTE_TABLE_RUN(run_s8, mote_hard_swish_s8)
MOTE_UNARY_RUN(run_f32, mote_hard_swish_f32)

MOTE_KERNEL(hard_swish_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), mote_hard_swish_params, 1,
            lower_s8, run_s8);
MOTE_UNARY_DESCRIPTOR(hard_swish_f32, op, MOTE_FLOAT32, run_f32);
