/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/hybrid.h"
#include "../common/matvec.h"
#include "fully_connected.h"

enum { ACTIVATION, WEIGHTS_FORMAT, KEEP_NUM_DIMS, ASYMMETRIC, BIAS_TYPE };
enum { SCALES, SCRATCH }; /* extra operands */

enum { TENSOR_TYPE_INT32 = 2 }; /* of the schema */

static const mote_option options[] = {
    [ACTIVATION] = MOTE_OPTION_ACTIVATION(0),
    [WEIGHTS_FORMAT] = {MOTE_NAME("weights_format"), 1, MOTE_OPTION_INT8, 0, 0, 0},
    [KEEP_NUM_DIMS] = {MOTE_NAME("keep_num_dims"), 2, MOTE_OPTION_BOOL, 0, 0, 1},
    [ASYMMETRIC] = {MOTE_NAME("asymmetric_quantize_inputs"), 3, MOTE_OPTION_BOOL, 0, 0, 1},
    [BIAS_TYPE] = {MOTE_NAME("quantized_bias_type"), 4, MOTE_OPTION_INT8, 0, MOTE_OPTION_MIN, MOTE_OPTION_MAX},
};

/* Files keep other ranks than keep_num_dims asks for: any that ends in the units and has as many elements will do. */
static bool has_shape(const mote_tensor *y, uint32_t batches, int32_t units) {
  uint32_t rank = y->shape.rank;
  return rank > 0 && y->shape.dims[rank - 1] == units && mote_shape_product(&y->shape, 0, rank - 1) == batches;
}

/* The last dimension of x becomes the units; the others stay, or are one if keep_num_dims is off. */
static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  mote_tensor x, w, bias, y;
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 1, &w);
  mote_lower_input(l, 2, &bias);
  mote_lower_output(l, output, &y);
  MOTE_CHECK(l, w.shape.rank == 2, MOTE_SHAPE, &w, 2, w.shape.rank, "the weights must be units × depth");
  int32_t units = w.shape.dims[0], depth = w.shape.dims[1];
  uint32_t count = mote_shape_count(&x.shape);
  MOTE_CHECK(l, depth > 0 && count % (uint32_t)depth == 0 && count > 0, MOTE_SHAPE, &x, depth, count,
             "the input's size is no multiple of the weights' depth");
  MOTE_CHECK(l, bias.type == MOTE_NONE || mote_shape_count(&bias.shape) == (uint32_t)units, MOTE_SHAPE, &bias, units,
             mote_shape_count(&bias.shape), "there must be one bias a unit");
  uint32_t batches = count / (uint32_t)depth;
  if (has_shape(&y, batches, units)) {
    *shape = y.shape;
  } else if (l->option[KEEP_NUM_DIMS]) {
    MOTE_CHECK(l, x.shape.rank > 0 && x.shape.dims[x.shape.rank - 1] == depth, MOTE_SHAPE, &x, depth, 0,
               "the input's last dimension is not the weights' depth");
    *shape = x.shape;
    shape->dims[shape->rank - 1] = units;
  } else {
    shape->rank = 2;
    shape->dims[0] = (int32_t)batches;
    shape->dims[1] = units;
  }
  return MOTE_OK;
}

static const mote_op fully_connected = {
    .name = "FULLY_CONNECTED",
    .code = 9,
    .options_type = 8,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 2,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = infer,
};

typedef struct operands {
  mote_tensor x, w, bias, y;
  int32_t batches, depth, units;
} operands;

static void read_operands(const mote_lowering *l, operands *o) {
  mote_lower_input(l, 0, &o->x);
  mote_lower_input(l, 1, &o->w);
  mote_lower_input(l, 2, &o->bias);
  mote_lower_output(l, 0, &o->y);
  o->units = o->w.shape.dims[0];
  o->depth = o->w.shape.dims[1];
  o->batches = (int32_t)mote_shape_count(&o->x.shape) / o->depth;
}

static mote_status check_depth(mote_lowering *l, const operands *o, int32_t limit) {
  MOTE_CHECK(l, o->depth <= limit, MOTE_TOO_LARGE, &o->w, limit, o->depth,
             "the sum of so many products may leave 32 bits");
  return MOTE_OK;
}

/* --- Integers ----------------------------------------------------------------------------------------------------- */

/* io[]: x, w, bias, y, scales */
static mote_status lower_integers(mote_lowering *l, const operands *o, mote_fully_connected_params *p) {
  int32_t form = (o->w.scale_count > 1 ? MOTE_PRODUCT_DOUBLE : MOTE_PRODUCT_FLOAT) | (p->wide ? MOTE_WIDE : 0);
  MOTE_TRY(mote_lower_scales(l, SCALES, &o->x, &o->w, &o->y, 0, (mote_scale_form)form, &p->q));
  MOTE_TRY(mote_lower_activation(l, &o->y, l->option[ACTIVATION], &p->q));
  p->batches = o->batches;
  p->depth = o->depth;
  p->units = o->units;
  p->x_zero_point = (int16_t)o->x.zero_point;
  mote_lower_params(l, p);
  return MOTE_OK;
}

/* Weights quantised per channel are symmetric; those quantised as a whole may have a zero point. */
static mote_status check_w_zero_points(mote_lowering *l, const mote_tensor *w, int32_t allowed) {
  for (uint32_t i = 0; i < w->scale_count; i++) {
    MOTE_CHECK(l, mote_zero_point(w, i) == allowed, MOTE_QUANTIZATION, w, allowed, mote_zero_point(w, i),
               "the weights' zero points must be 0");
  }
  return MOTE_OK;
}

static mote_status lower_s8(mote_lowering *l) {
  operands o;
  read_operands(l, &o);
  int32_t w_zero_point = o.w.scale_count == 1 ? o.w.zero_point : 0;
  mote_fully_connected_params p = {.w_zero_point = (int8_t)w_zero_point};
  MOTE_TRY(check_w_zero_points(l, &o.w, w_zero_point));
  MOTE_TRY(check_depth(l, &o, w_zero_point == 0 ? MOTE_MATVEC_MAX_DEPTH : MOTE_MATVEC_MAX_DEPTH_WITH_START));
  return lower_integers(l, &o, &p);
}

/* Without a bias, an option says how many bits the sums have. */
static mote_status lower_s16(mote_lowering *l) {
  operands o;
  read_operands(l, &o);
  mote_fully_connected_params p = {.wide = o.bias.type == MOTE_INT64 ||
                                           (o.bias.type == MOTE_NONE && l->option[BIAS_TYPE] != TENSOR_TYPE_INT32)};
  MOTE_TRY(check_w_zero_points(l, &o.w, 0));
  return lower_integers(l, &o, &p);
}

static mote_status run_s8(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_fully_connected_params *p = params;
  mote_rows all = {0, p->units};
  mote_fully_connected_s8(p, all, io[0], io[1], io[2], io[4], io[3]);
  return MOTE_OK;
}

static mote_status run_s4(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_fully_connected_params *p = params;
  mote_rows all = {0, p->units};
  mote_fully_connected_s4(p, all, io[0], io[1], io[2], io[4], io[3]);
  return MOTE_OK;
}

static mote_status run_s16(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_fully_connected_params *p = params;
  mote_rows all = {0, p->units};
  mote_fully_connected_s16(p, all, io[0], io[1], io[2], io[4], io[3]);
  return MOTE_OK;
}

/* --- Floats ------------------------------------------------------------------------------------------------------- */

static mote_status lower_f32(mote_lowering *l) {
  operands o;
  read_operands(l, &o);
  mote_fully_connected_f32_params p = {.batches = o.batches, .depth = o.depth, .units = o.units};
  mote_float_activation(l->option[ACTIVATION], &p.min, &p.max);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run_f32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_fully_connected_f32_params *p = params;
  mote_rows all = {0, p->units};
  mote_fully_connected_f32(p, all, io[0], io[1], io[2], io[3]);
  return MOTE_OK;
}

/* --- Hybrid ------------------------------------------------------------------------------------------------------- */

/* io[]: x, w, bias, y, the weights' scales, scratch: the quantised inputs of one batch */
static mote_status lower_hybrid(mote_lowering *l) {
  operands o;
  read_operands(l, &o);
  mote_fully_connected_hybrid_params p = {.batches = o.batches,
                                          .depth = o.depth,
                                          .units = o.units,
                                          .is_asymmetric = (int16_t)l->option[ASYMMETRIC],
                                          .per_channel = o.w.scale_count > 1};
  MOTE_TRY(check_depth(l, &o, MOTE_MATVEC_MAX_DEPTH));
  MOTE_TRY(mote_lower_weight_scales(l, SCALES, &o.w, 0));
  mote_float_activation(l->option[ACTIVATION], &p.min, &p.max);
  mote_lower_scratch(l, SCRATCH, (uint32_t)o.depth);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status run_hybrid(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_fully_connected_hybrid_params *p = params;
  const mote_rows all = {0, p->units};
  const float *x = io[0];
  float *y = io[3];
  int8_t *quantized = io[5];
  for (int32_t b = 0; b < p->batches; b++) {
    mote_hybrid_scale s = p->is_asymmetric ? mote_quantize_asymmetric(x, p->depth, quantized)
                                           : mote_quantize_symmetric(x, p->depth, quantized);
    mote_fully_connected_hybrid(p, all, quantized, s.scale, s.zero_point, io[1], io[4], io[2], y);
    x += p->depth;
    y += p->units;
  }
  return MOTE_OK;
}

MOTE_KERNEL(fully_connected_s8, fully_connected, MOTE_TYPES(MOTE_INT8, MOTE_INT8, MOTE_INT32, MOTE_INT8),
            mote_fully_connected_params, 1, lower_s8, run_s8);
MOTE_KERNEL(fully_connected_s4, fully_connected, MOTE_TYPES(MOTE_INT8, MOTE_INT4, MOTE_INT32, MOTE_INT8),
            mote_fully_connected_params, 1, lower_s8, run_s4);
MOTE_KERNEL(fully_connected_s16, fully_connected, MOTE_TYPES(MOTE_INT16, MOTE_INT8, MOTE_INT64, MOTE_INT16),
            mote_fully_connected_params, 1, lower_s16, run_s16);
MOTE_KERNEL(fully_connected_s16_b32, fully_connected, MOTE_TYPES(MOTE_INT16, MOTE_INT8, MOTE_INT32, MOTE_INT16),
            mote_fully_connected_params, 1, lower_s16, run_s16);
MOTE_KERNEL(fully_connected_f32, fully_connected, MOTE_TYPES(MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32),
            mote_fully_connected_f32_params, 0, lower_f32, run_f32);
MOTE_KERNEL(fully_connected_hybrid, fully_connected, MOTE_TYPES(MOTE_FLOAT32, MOTE_INT8, MOTE_FLOAT32, MOTE_FLOAT32),
            mote_fully_connected_hybrid_params, 2, lower_hybrid, run_hybrid);
