/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/scale.h"
#include "batch_matmul.h"

enum { ADJ_X, ADJ_Y, ASYMMETRIC_QUANTIZE_INPUTS };

static const mote_option options[] = {
    [ADJ_X] = {MOTE_NAME("adj_x"), 0, MOTE_OPTION_BOOL, 0, 0, 1},
    [ADJ_Y] = {MOTE_NAME("adj_y"), 1, MOTE_OPTION_BOOL, 0, 0, 1},
    [ASYMMETRIC_QUANTIZE_INPUTS] = {MOTE_NAME("asymmetric_quantize_inputs"), 2, MOTE_OPTION_BOOL, 0, 0, 1},
};

typedef struct matrices {
  mote_tensor x, w;
  int32_t rows, columns, depth;
} matrices;

static mote_status read_inputs(mote_lowering *l, matrices *m) {
  mote_lower_input(l, 0, &m->x);
  mote_lower_input(l, 1, &m->w);
  const mote_shape *x = &m->x.shape, *w = &m->w.shape;
  MOTE_CHECK(l, x->rank >= 2, MOTE_SHAPE, &m->x, 2, x->rank, "the input must be a matrix, or batches of them");
  MOTE_CHECK(l, w->rank >= 2, MOTE_SHAPE, &m->w, 2, w->rank, "the input must be a matrix, or batches of them");
  m->rows = x->dims[x->rank - (l->option[ADJ_X] ? 1 : 2)];
  m->depth = x->dims[x->rank - (l->option[ADJ_X] ? 2 : 1)];
  m->columns = w->dims[w->rank - (l->option[ADJ_Y] ? 2 : 1)];
  int32_t w_depth = w->dims[w->rank - (l->option[ADJ_Y] ? 1 : 2)];
  MOTE_CHECK(l, m->depth == w_depth, MOTE_SHAPE, &m->w, m->depth, w_depth,
             "the matrix's rows are not as many as the other one's columns");
  return MOTE_OK;
}

/* Dimension `d` of y in a tensor aligned with it at the last one. */
static int32_t aligned_size(const mote_shape *shape, const mote_shape *y, uint32_t d) {
  uint32_t missing = y->rank - shape->rank;
  return d < missing ? 1 : shape->dims[d - missing];
}

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  matrices m;
  MOTE_TRY(read_inputs(l, &m));
  shape->rank = m.x.shape.rank > m.w.shape.rank ? m.x.shape.rank : m.w.shape.rank;
  for (uint32_t d = 0; d < shape->rank - 2; d++) {
    int32_t x = aligned_size(&m.x.shape, shape, d), w = aligned_size(&m.w.shape, shape, d);
    MOTE_CHECK(l, x == w || x == 1 || w == 1, MOTE_SHAPE, &m.w, x, w, "the batches do not broadcast");
    shape->dims[d] = x == 1 ? w : x;
  }
  shape->dims[shape->rank - 2] = m.rows;
  shape->dims[shape->rank - 1] = m.columns;
  return MOTE_OK;
}

static const mote_op batch_matmul = {
    .name = "BATCH_MATMUL",
    .code = 126,
    .options_type = 101,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = infer,
};

/* From batch to batch of a tensor, in elements, along the dimensions of y. */
static mote_strides batch_strides(const mote_shape *shape, const mote_shape *y) {
  mote_strides strides;
  int32_t stride = shape->dims[shape->rank - 2] * shape->dims[shape->rank - 1];
  for (uint32_t d = y->rank - 2; d-- > 0;) {
    int32_t size = aligned_size(shape, y, d);
    strides.bytes[d] = size == 1 ? 0 : stride;
    stride *= size;
  }
  return strides;
}

static mote_status lower_shape(mote_lowering *l, int32_t max_depth, mote_batch_matmul *p) {
  matrices m;
  mote_tensor y;
  mote_lower_output(l, 0, &y);
  MOTE_TRY(read_inputs(l, &m));
  MOTE_CHECK(l, m.depth > 0 && m.depth <= max_depth, MOTE_TOO_LARGE, &m.x, max_depth, m.depth,
             "the sums have no elements, or more than an accumulator holds");
  bool adj_x = l->option[ADJ_X] != 0, adj_y = l->option[ADJ_Y] != 0;
  p->rows = m.rows;
  p->columns = m.columns;
  p->depth = m.depth;
  p->x_row = adj_x ? 1 : m.depth;
  p->x_step = adj_x ? m.rows : 1;
  p->w_column = adj_y ? m.depth : 1;
  p->w_step = adj_y ? 1 : m.columns; /* a depth of 1 makes both 1, which the kernels take for columns side by side */
  mote_strides x = batch_strides(&m.x.shape, &y.shape), w = batch_strides(&m.w.shape, &y.shape);
  mote_strided_axis merged[MOTE_MAX_RANK];
  mote_shape batches = y.shape;
  batches.rank -= 2;
  p->batch_axes = mote_merge_axes(&batches, &x, &w, merged);
  mote_strided_axis *axes = mote_lower_alloc(l, 0, (uint32_t)p->batch_axes * (uint32_t)sizeof *axes);
  for (int32_t i = 0; axes && i < p->batch_axes; i++) {
    axes[p->batch_axes - 1 - i] = merged[i];
  }
  return MOTE_OK;
}

/* scale(x) * scale(w), rounded to float, / scale(y). */
static mote_status lower_quantized(mote_lowering *l, int32_t max_depth, int32_t max_shift,
                                   mote_batch_matmul_params *p) {
  mote_tensor x, w, y;
  mote_real scale, factor;
  int8_t shift;
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 1, &w);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_per_tensor(l, &w));
  MOTE_TRY(mote_check_per_tensor(l, &y));
  MOTE_TRY(lower_shape(l, max_depth, &p->shape));
  mote_scale_of(&scale, &x);
  mote_scale_of(&factor, &w);
  mote_real_mul(&scale, &scale, &factor);
  mote_real_round_to_float(&scale);
  mote_scale_of(&factor, &y);
  mote_real_div(&scale, &scale, &factor);
  MOTE_TRY(mote_lower_multiplier(l, &y, &scale, max_shift, &p->multiplier, &shift));
  p->shift = shift;
  p->x_zero_point = (int16_t)x.zero_point;
  p->w_zero_point = (int16_t)w.zero_point;
  p->y_zero_point = (int16_t)y.zero_point;
  return MOTE_OK;
}

/* io[]: x, w, y, axes */
static mote_status lower_s8(mote_lowering *l) {
  mote_batch_matmul_params p;
  MOTE_TRY(lower_quantized(l, MOTE_BATCH_MATMUL_MAX_DEPTH_S8, 30, &p));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_s16(mote_lowering *l) {
  mote_batch_matmul_params p;
  mote_tensor t;
  for (uint32_t i = 0; i < 2; i++) {
    mote_lower_input(l, i, &t);
    MOTE_TRY(mote_check_zero_point(l, &t, 0));
  }
  mote_lower_output(l, 0, &t);
  MOTE_TRY(mote_check_zero_point(l, &t, 0));
  MOTE_TRY(lower_quantized(l, MOTE_BATCH_MATMUL_MAX_DEPTH_S16, 7, &p));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_f32(mote_lowering *l) {
  mote_batch_matmul_f32_params p;
  MOTE_TRY(lower_shape(l, INT32_MAX, &p.shape));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

#define DEFINE_RUN(run, kernel)                                                          \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    kernel(params, io[3], io[0], io[1], io[2]);                                          \
    return MOTE_OK;                                                                      \
  }

DEFINE_RUN(run_s8, mote_batch_matmul_s8)
DEFINE_RUN(run_s16, mote_batch_matmul_s16)
DEFINE_RUN(run_f32, mote_batch_matmul_f32)

MOTE_KERNEL(batch_matmul_s8, batch_matmul, MOTE_TYPES(MOTE_INT8, MOTE_INT8, MOTE_NONE, MOTE_INT8),
            mote_batch_matmul_params, 1, lower_s8, run_s8);
MOTE_KERNEL(batch_matmul_s16, batch_matmul, MOTE_TYPES(MOTE_INT16, MOTE_INT16, MOTE_NONE, MOTE_INT16),
            mote_batch_matmul_params, 1, lower_s16, run_s16);
MOTE_KERNEL(batch_matmul_f32, batch_matmul, MOTE_TYPES(MOTE_FLOAT32, MOTE_FLOAT32, MOTE_NONE, MOTE_FLOAT32),
            mote_batch_matmul_f32_params, 1, lower_f32, run_f32);
