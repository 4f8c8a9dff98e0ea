/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/scale.h"
#include "l2_normalization.h"

enum { ACTIVATION };

static const mote_option options[] = {
    [ACTIVATION] = {MOTE_NAME("fused_activation_function"), 0, MOTE_OPTION_INT8, 0, MOTE_ACT_NONE, MOTE_ACT_NONE},
};

static const mote_op l2_normalization = {
    .name = "L2_NORMALIZATION",
    .code = 11,
    .options_type = 12,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 1,
    .max_inputs = 1,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = mote_infer_same,
};

static mote_status lower_params(mote_lowering *l, const mote_tensor *x, int32_t x_zero_point, int32_t max_depth) {
  uint32_t rank = x->shape.rank;
  MOTE_CHECK(l, rank > 0, MOTE_SHAPE, x, 1, 0, "the input must have a dimension");
  mote_l2_normalization_params p;
  p.depth = x->shape.dims[rank - 1];
  p.vectors = (int32_t)mote_shape_product(&x->shape, 0, rank - 1);
  p.x_zero_point = x_zero_point;
  MOTE_CHECK(l, p.depth <= max_depth, MOTE_TOO_LARGE, x, max_depth, p.depth,
             "the sums have more elements than an accumulator holds");
  l->in_place = 1;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y */
static mote_status lower_s8(mote_lowering *l) {
  mote_tensor x, y;
  mote_real scale, needed;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_per_tensor(l, &y));
  MOTE_TRY(mote_check_zero_point(l, &y, 0));
  mote_scale_of(&scale, &y);
  mote_real_from_int(&needed, 1);
  needed.exponent -= 7;
  MOTE_CHECK(l, mote_real_compare(&scale, &needed) == 0, MOTE_QUANTIZATION, &y, 0, mote_float_bits(y.scale[0]),
             "the output's scale must be 1/128");
  return lower_params(l, &x, x.zero_point, MOTE_L2_NORMALIZATION_MAX_DEPTH_S8);
}

static mote_status run_s8(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_l2_normalization_s8(params, io[0], io[1]);
  return MOTE_OK;
}

static mote_status lower_f32(mote_lowering *l) {
  mote_tensor x;
  mote_lower_input(l, 0, &x);
  return lower_params(l, &x, 0, INT32_MAX);
}

static mote_status run_f32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_l2_normalization_f32(params, io[0], io[1]);
  return MOTE_OK;
}

MOTE_KERNEL(l2_normalization_s8, l2_normalization, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8),
            mote_l2_normalization_params, 0, lower_s8, run_s8);
MOTE_KERNEL(l2_normalization_f32, l2_normalization, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32),
            mote_l2_normalization_params, 0, lower_f32, run_f32);
