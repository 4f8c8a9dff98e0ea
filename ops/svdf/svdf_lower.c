/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/hybrid.h"
#include "../common/matvec.h"
#include "../common/scale.h"
#include "svdf.h"

enum { X, FEATURE, TIME, BIAS, STATE };
enum { RANK, ACTIVATION, ASYMMETRIC };

static const mote_option options[] = {
    [RANK] = {MOTE_NAME("rank"), 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX},
    [ACTIVATION] = MOTE_OPTION_ACTIVATION(1),
    [ASYMMETRIC] = {MOTE_NAME("asymmetric_quantize_inputs"), 2, MOTE_OPTION_BOOL, 0, 0, 1},
};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x, feature, time, bias, state;
  mote_lower_input(l, X, &x);
  mote_lower_input(l, FEATURE, &feature);
  mote_lower_input(l, TIME, &time);
  mote_lower_input(l, BIAS, &bias);
  mote_lower_input(l, STATE, &state);
  uint32_t rank = (uint32_t)l->option[RANK];
  MOTE_CHECK(l, x.shape.rank == 2, MOTE_SHAPE, &x, 2, x.shape.rank, "the input must be batches × depth");
  MOTE_CHECK(l, feature.shape.rank == 2 && feature.shape.dims[1] == x.shape.dims[1], MOTE_SHAPE, &feature,
             x.shape.dims[1], feature.shape.dims[1], "the feature weights must be filters × depth");
  uint32_t filters = (uint32_t)feature.shape.dims[0];
  MOTE_CHECK(l, time.shape.rank == 2 && time.shape.dims[0] == (int32_t)filters && time.shape.dims[1] > 0, MOTE_SHAPE,
             &time, filters, time.shape.dims[0], "the time weights must be filters × memory");
  MOTE_CHECK(l, filters % rank == 0, MOTE_SHAPE, &feature, rank, filters, "the filters must be a multiple of the rank");
  MOTE_CHECK(l, bias.type == MOTE_NONE || mote_shape_count(&bias.shape) == filters / rank, MOTE_SHAPE, &bias,
             filters / rank, mote_shape_count(&bias.shape), "there must be one bias a unit");
  uint64_t values = (uint64_t)mote_shape_count(&time.shape) * (uint32_t)x.shape.dims[0];
  MOTE_CHECK(l, mote_shape_count(&state.shape) == values, MOTE_SHAPE, &state, values, mote_shape_count(&state.shape),
             "the state must be batches × filters × memory");
  MOTE_CHECK(l, state.is_variable, MOTE_OPERANDS, &state, 0, 0, "the state must be a variable tensor");
  shape->rank = 2;
  shape->dims[0] = x.shape.dims[0];
  shape->dims[1] = (int32_t)(filters / rank);
  return MOTE_OK;
}

static const mote_op op = {
    .name = "SVDF",
    .code = 27,
    .options_type = 6,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 3,
    .max_inputs = 5,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = infer,
};

static mote_svdf_shape shape_of(const mote_lowering *l) {
  mote_tensor feature, time, y;
  mote_lower_input(l, FEATURE, &feature);
  mote_lower_input(l, TIME, &time);
  mote_lower_output(l, 0, &y);
  mote_svdf_shape s;
  s.batches = y.shape.dims[0];
  s.depth = feature.shape.dims[1];
  s.units = y.shape.dims[1];
  s.rank = l->option[RANK];
  s.memory = time.shape.dims[1];
  return s;
}

/* scale(x) * scale(w) / scale(y), rounded to float twice. */
static mote_status lower_multiplier(mote_lowering *l, const mote_tensor *x, const mote_tensor *w, const mote_tensor *y,
                                    int32_t *multiplier, int16_t *shift) {
  mote_real scale, factor;
  int8_t bits;
  MOTE_TRY(mote_check_per_tensor(l, w));
  MOTE_TRY(mote_check_zero_point(l, w, 0));
  mote_scale_of(&scale, x);
  mote_scale_of(&factor, w);
  mote_real_mul(&scale, &scale, &factor);
  mote_real_round_to_float(&scale);
  mote_scale_of(&factor, y);
  mote_real_div(&scale, &scale, &factor);
  mote_real_round_to_float(&scale);
  MOTE_TRY(mote_lower_multiplier(l, w, &scale, 30, multiplier, &bits));
  *shift = bits;
  return MOTE_OK;
}

/* No product with the input leaves 32 bits. */
static mote_status check_depth(mote_lowering *l, const mote_tensor *feature, int32_t depth) {
  MOTE_CHECK(l, depth <= MOTE_MATVEC_MAX_DEPTH, MOTE_TOO_LARGE, feature, MOTE_MATVEC_MAX_DEPTH, depth,
             "the input is too deep");
  return MOTE_OK;
}

static mote_status lower_s8(mote_lowering *l) {
  mote_svdf_params p;
  mote_tensor x, feature, time, bias, state, y;
  mote_lower_input(l, X, &x);
  mote_lower_input(l, FEATURE, &feature);
  mote_lower_input(l, TIME, &time);
  mote_lower_input(l, BIAS, &bias);
  mote_lower_input(l, STATE, &state);
  mote_lower_output(l, 0, &y);
  MOTE_CHECK(l, state.type == time.type, MOTE_TYPE, &state, time.type, state.type,
             "the state must have the type of the time weights");
  MOTE_CHECK(l, bias.type == MOTE_INT32 || bias.type == MOTE_NONE, MOTE_TYPE, &bias, MOTE_INT32, bias.type,
             "the bias must be int32");
  p.shape = shape_of(l);
  MOTE_TRY(check_depth(l, &feature, p.shape.depth));
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_per_tensor(l, &state));
  if (state.type == MOTE_INT16) {
    MOTE_TRY(mote_check_zero_point(l, &state, 0));
  }
  MOTE_TRY(mote_check_per_tensor(l, &y));
  MOTE_TRY(lower_multiplier(l, &x, &feature, &state, &p.state_multiplier, &p.state_shift));
  MOTE_TRY(lower_multiplier(l, &state, &time, &y, &p.y_multiplier, &p.y_shift));
  p.x_zero_point = (int16_t)x.zero_point;
  p.state_zero_point = (int16_t)state.zero_point;
  p.y_zero_point = (int16_t)y.zero_point;
  p.unused = 0;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status check_float_operands(mote_lowering *l) {
  mote_tensor bias, state;
  mote_lower_input(l, BIAS, &bias);
  mote_lower_input(l, STATE, &state);
  MOTE_CHECK(l, state.type == MOTE_FLOAT32, MOTE_TYPE, &state, MOTE_FLOAT32, state.type, "the state must be float32");
  MOTE_CHECK(l, bias.type == MOTE_FLOAT32 || bias.type == MOTE_NONE, MOTE_TYPE, &bias, MOTE_FLOAT32, bias.type,
             "the bias must be float32");
  return MOTE_OK;
}

static mote_status lower_f32(mote_lowering *l) {
  mote_svdf_f32_params p;
  MOTE_TRY(check_float_operands(l));
  p.shape = shape_of(l);
  mote_float_activation(l->option[ACTIVATION], &p.min, &p.max);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* The time weights are taken as int8 whatever their type is, and as zeros without a scale, as TFLite does. */
static mote_status lower_hybrid(mote_lowering *l) {
  mote_svdf_hybrid_params p;
  mote_tensor feature, time;
  mote_lower_input(l, FEATURE, &feature);
  mote_lower_input(l, TIME, &time);
  MOTE_TRY(check_float_operands(l));
  p.shape = shape_of(l);
  MOTE_TRY(check_depth(l, &feature, p.shape.depth));
  MOTE_TRY(mote_check_per_tensor(l, &feature));
  MOTE_TRY(mote_check_zero_point(l, &feature, 0));
  MOTE_CHECK(l, time.type == MOTE_INT8 || time.scale_count == 0, MOTE_TYPE, &time, MOTE_INT8, time.type,
             "the time weights must be int8");
  p.feature_scale = feature.scale[0];
  p.time_scale = time.scale_count > 0 ? time.scale[0] : 0.0f;
  p.is_asymmetric = l->option[ASYMMETRIC];
  mote_float_activation(l->option[ACTIVATION], &p.min, &p.max);
  mote_lower_scratch(l, 0, (uint32_t)p.shape.depth);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, feature weights, time weights, bias, state, y; hybrid: scratch, the quantised input of one batch */
#define DEFINE_RUN(run, params_type, kernel)                                             \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    const params_type *p = params;                                                       \
    mote_rows all = {0, p->shape.units};                                                 \
    kernel(p, all, io[X], io[FEATURE], io[TIME], io[BIAS], io[STATE], io[5]);            \
    return MOTE_OK;                                                                      \
  }

DEFINE_RUN(run_s8, mote_svdf_params, mote_svdf_s8)
DEFINE_RUN(run_s8_s8, mote_svdf_params, mote_svdf_s8_s8)
DEFINE_RUN(run_f32, mote_svdf_f32_params, mote_svdf_f32)

static mote_status run_hybrid(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_svdf_hybrid_params *p = params;
  const mote_svdf_shape s = p->shape;
  const mote_rows all = {0, s.units};
  const float *x = io[X];
  float *state = io[STATE], *y = io[5];
  int8_t *quantized = io[6];
  for (int32_t b = 0; b < s.batches; b++) {
    mote_hybrid_scale q = p->is_asymmetric ? mote_quantize_asymmetric(x, s.depth, quantized)
                                           : mote_quantize_symmetric(x, s.depth, quantized);
    mote_svdf_hybrid(p, all, quantized, q.scale, q.zero_point, io[FEATURE], io[TIME], io[BIAS], state, y);
    x += s.depth;
    y += s.units;
    state += s.units * s.rank * s.memory;
  }
  return MOTE_OK;
}

MOTE_KERNEL(svdf_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_INT8, MOTE_INT16, MOTE_INT8), mote_svdf_params, 0, lower_s8,
            run_s8);
MOTE_KERNEL(svdf_s8_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_INT8, MOTE_INT8, MOTE_INT8), mote_svdf_params, 0, lower_s8,
            run_s8_s8);
MOTE_KERNEL(svdf_f32, op, MOTE_TYPES(MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32), mote_svdf_f32_params, 0,
            lower_f32, run_f32);
MOTE_KERNEL(svdf_hybrid, op, MOTE_TYPES(MOTE_FLOAT32, MOTE_INT8, MOTE_NONE, MOTE_FLOAT32), mote_svdf_hybrid_params, 1,
            lower_hybrid, run_hybrid);
