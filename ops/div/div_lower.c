/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/find.h"
#include "../common/scale.h"
#include "div.h"

static const mote_option options[] = {MOTE_OPTION_ACTIVATION(0)};

static const mote_op op = {
    MOTE_BINARY_OP("DIV", 42, 29),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
};

static mote_status lower_s8(mote_lowering *l) {
  mote_div_params p;
  mote_requant q;
  mote_tensor a, b, y;
  mote_lower_input(l, 0, &a);
  mote_lower_input(l, 1, &b);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &a));
  MOTE_TRY(mote_check_per_tensor(l, &b));
  MOTE_TRY(mote_lower_activation(l, &y, l->option[0], &q));
  mote_real scale, factor;
  int8_t shift;
  mote_scale_of(&scale, &b);
  mote_scale_of(&factor, &y);
  mote_real_mul(&factor, &scale, &factor);
  mote_real_round_to_float(&factor);
  mote_scale_of(&scale, &a);
  mote_real_div(&scale, &scale, &factor);
  mote_real_round_to_float(&scale);
  MOTE_TRY(mote_lower_multiplier(l, &y, &scale, 30, &p.multiplier, &shift));
  p.shift = shift;
  p.a_zero_point = (int16_t)a.zero_point;
  p.b_zero_point = (int16_t)b.zero_point;
  p.y_zero_point = q.y_offset;
  p.min = q.min;
  p.max = q.max;
  p.b_count = (int32_t)mote_shape_count(&b.shape);
  mote_lower_broadcast(l, &p.shape);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_s32(mote_lowering *l) {
  mote_div_s32_params p;
  mote_tensor b;
  mote_lower_input(l, 1, &b);
  p.b_count = (int32_t)mote_shape_count(&b.shape);
  mote_integer_activation(l->option[0], &p.min, &p.max);
  mote_lower_broadcast(l, &p.shape);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

MOTE_BINARY_RUN(divide_s8, mote_div_s8, int8_t)
MOTE_BINARY_RUN(divide_s32, mote_div_s32, int32_t)
MOTE_BINARY_RUN(run_f32, mote_div_f32, float)

/* io[]: a, b, y, axes */
static mote_status run_s8(const void *params, void *const *io, mote_instance *instance) {
  const mote_div_params *p = params;
  if (mote_find_s8(p->b_count, io[1], (int8_t)p->b_zero_point)) {
    return MOTE_DATA;
  }
  return divide_s8(params, io, instance);
}

static mote_status run_s32(const void *params, void *const *io, mote_instance *instance) {
  const mote_div_s32_params *p = params;
  if (mote_find_s32(p->b_count, io[1], 0)) {
    return MOTE_DATA;
  }
  return divide_s32(params, io, instance);
}

MOTE_BINARY_DESCRIPTOR(div_s8, op, MOTE_INT8, MOTE_INT8, mote_div_params, lower_s8, run_s8);
MOTE_BINARY_DESCRIPTOR(div_f32, op, MOTE_FLOAT32, MOTE_FLOAT32, mote_binary_f32_params, mote_lower_binary_f32, run_f32);
MOTE_BINARY_DESCRIPTOR(div_s32, op, MOTE_INT32, MOTE_INT32, mote_div_s32_params, lower_s32, run_s32);
