/* SPDX-License-Identifier: Apache-2.0 */
#include "add_n.h"

#include "../common/scale.h"

static const mote_op op = {
    .name = "ADD_N",
    .code = 106,
    .options_type = 82,
    .min_inputs = 2,
    .max_inputs = MOTE_ANY_COUNT,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = mote_infer_same,
};

enum { MAX_S8_INPUTS = 16 };

/* All inputs are like the first one; the output may stand in place of any. */
static mote_status check_inputs(mote_lowering *l, mote_tensor *first) {
  mote_lower_input(l, 0, first);
  for (uint32_t i = 0; i < l->input_count; i++) {
    mote_tensor x;
    mote_lower_input(l, i, &x);
    MOTE_CHECK(l, x.type == first->type, MOTE_TYPE, &x, first->type, x.type, "the inputs differ in type");
    MOTE_CHECK(l, mote_shape_equal(&x.shape, &first->shape), MOTE_SHAPE, &x, mote_shape_count(&first->shape),
               mote_shape_count(&x.shape), "the inputs differ in shape");
  }
  l->in_place = l->input_count < 32 ? (1u << l->input_count) - 1 : UINT32_MAX;
  return MOTE_OK;
}

static mote_status check_scales(mote_lowering *l, const mote_tensor *first) {
  for (uint32_t i = 0; i < l->input_count; i++) {
    mote_tensor x;
    mote_lower_input(l, i, &x);
    MOTE_TRY(mote_check_per_tensor(l, &x));
    MOTE_CHECK(l, mote_float_bits(x.scale[0]) == mote_float_bits(first->scale[0]) && x.zero_point == first->zero_point,
               MOTE_QUANTIZATION, &x, first->zero_point, x.zero_point, "the inputs differ in scale or zero point");
  }
  return MOTE_OK;
}

static mote_status lower_s8(mote_lowering *l) {
  mote_add_n_s8_params p;
  mote_tensor x, y;
  mote_real scale;
  int8_t shift;
  MOTE_TRY(check_inputs(l, &x));
  MOTE_TRY(check_scales(l, &x));
  MOTE_CHECK(l, l->input_count <= MAX_S8_INPUTS, MOTE_TOO_LARGE, NULL, MAX_S8_INPUTS, l->input_count,
             "too many quantised inputs to add");
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &y));
  mote_scale_ratio(&scale, &x, &y);
  scale.exponent -= 19;
  MOTE_TRY(mote_lower_multiplier(l, &y, &scale, 0, &p.multiplier, &shift));
  p.count = (int32_t)mote_shape_count(&x.shape);
  p.inputs = (int16_t)l->input_count;
  p.shift = shift;
  p.x_zero_point = (int16_t)x.zero_point;
  p.y_zero_point = (int16_t)y.zero_point;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower(mote_lowering *l) {
  mote_add_n_params p;
  mote_tensor x;
  MOTE_TRY(check_inputs(l, &x));
  p.count = (int32_t)mote_shape_count(&x.shape);
  p.inputs = (int32_t)l->input_count;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: the inputs, y */
static mote_status run_s8(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_add_n_s8_params *p = params;
  mote_add_n_s8(p, io, io[p->inputs]);
  return MOTE_OK;
}

static mote_status run_f32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_add_n_params *p = params;
  mote_add_n_f32(p, io, io[p->inputs]);
  return MOTE_OK;
}

static mote_status run_s32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_add_n_params *p = params;
  mote_add_n_s32(p, io, io[p->inputs]);
  return MOTE_OK;
}

MOTE_KERNEL(add_n_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_INT8, MOTE_NONE, MOTE_INT8), mote_add_n_s8_params, 0, lower_s8,
            run_s8);
MOTE_KERNEL(add_n_f32, op, MOTE_TYPES(MOTE_FLOAT32, MOTE_FLOAT32, MOTE_NONE, MOTE_FLOAT32), mote_add_n_params, 0, lower,
            run_f32);
MOTE_KERNEL(add_n_s32, op, MOTE_TYPES(MOTE_INT32, MOTE_INT32, MOTE_NONE, MOTE_INT32), mote_add_n_params, 0, lower,
            run_s32);
