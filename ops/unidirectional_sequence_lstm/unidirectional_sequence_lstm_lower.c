/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/matvec.h"
#include "../common/scale.h"
#include "unidirectional_sequence_lstm.h"

/* Inputs; the weights and biases are four each, in the order of mote_lstm_gate. */
enum { X = 0, W = 1, R = 5, PEEPHOLE = 9, BIAS = 12, PROJECTION = 16, HIDDEN = 18, CELL = 19, NORM = 20, INPUTS = 24 };
enum { ACTIVATION, CELL_CLIP, TIME_MAJOR, DIAGONAL };

static const mote_option options[] = {
    [ACTIVATION] = {MOTE_NAME("fused_activation_function"), 0, MOTE_OPTION_INT8, 0, 4, 4}, /* tanh */
    [CELL_CLIP] = {MOTE_NAME("cell_clip"), 1, MOTE_OPTION_FLOAT, 0, 0, 0},
    [TIME_MAJOR] = {MOTE_NAME("time_major"), 3, MOTE_OPTION_BOOL, 0, 0, 1},
    [DIAGONAL] = {MOTE_NAME("diagonal_recurrent_tensors"), 5, MOTE_OPTION_BOOL, 0, 0, 0},
};

static mote_status check_absent(mote_lowering *l, uint32_t first, uint32_t end, const char *text) {
  for (uint32_t i = first; i < end; i++) {
    mote_tensor t;
    mote_lower_input(l, i, &t);
    MOTE_CHECK(l, t.type == MOTE_NONE, MOTE_UNSUPPORTED_FEATURE, &t, 0, 0, text);
  }
  return MOTE_OK;
}

static mote_status check_weights(mote_lowering *l, uint32_t input, int32_t rows, int32_t columns) {
  mote_tensor w;
  mote_lower_input(l, input, &w);
  MOTE_CHECK(l, w.shape.rank == 2 && w.shape.dims[0] == rows && w.shape.dims[1] == columns, MOTE_SHAPE, &w,
             rows * columns, mote_shape_count(&w.shape),
             "the weights must be units × depth, the recurrent ones units × units");
  return MOTE_OK;
}

static mote_status check_state(mote_lowering *l, uint32_t input, uint32_t count) {
  mote_tensor t;
  mote_lower_input(l, input, &t);
  MOTE_CHECK(l, t.is_variable, MOTE_OPERANDS, &t, input, 0, "the states must be variable tensors");
  MOTE_CHECK(l, mote_shape_count(&t.shape) == count, MOTE_SHAPE, &t, count, mote_shape_count(&t.shape),
             "the states must be batches × units");
  return MOTE_OK;
}

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x, t;
  mote_lower_input(l, X, &x);
  mote_lower_input(l, W, &t);
  MOTE_CHECK(l, x.shape.rank == 3, MOTE_SHAPE, &x, 3, x.shape.rank, "the input must be batches × steps × depth");
  MOTE_TRY(check_absent(l, PEEPHOLE, BIAS, MOTE_NAME("an LSTM with peepholes")));
  MOTE_TRY(check_absent(l, PROJECTION, HIDDEN, MOTE_NAME("an LSTM with a projection")));
  MOTE_TRY(check_absent(l, NORM, INPUTS, MOTE_NAME("an LSTM with layer normalisation")));
  int32_t units = t.shape.rank > 0 ? t.shape.dims[0] : 0, depth = x.shape.dims[2];
  for (uint32_t gate = 0; gate < MOTE_LSTM_GATES; gate++) {
    MOTE_TRY(check_weights(l, W + gate, units, depth));
    MOTE_TRY(check_weights(l, R + gate, units, units));
    mote_lower_input(l, BIAS + gate, &t);
    MOTE_CHECK(l, mote_shape_count(&t.shape) == (uint32_t)units, MOTE_SHAPE, &t, units, mote_shape_count(&t.shape),
               "there must be one bias a unit");
  }
  uint32_t batches = (uint32_t)x.shape.dims[l->option[TIME_MAJOR] ? 1 : 0];
  MOTE_TRY(check_state(l, HIDDEN, batches * (uint32_t)units));
  MOTE_TRY(check_state(l, CELL, batches * (uint32_t)units));
  *shape = x.shape;
  shape->dims[2] = units;
  return MOTE_OK;
}

static const mote_op op = {
    .name = "UNIDIRECTIONAL_SEQUENCE_LSTM",
    .code = 44,
    .options_type = 71,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = PEEPHOLE,
    .max_inputs = INPUTS,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = infer,
};

static mote_lstm_shape shape_of(const mote_lowering *l) {
  mote_tensor x, y;
  mote_lower_input(l, X, &x);
  mote_lower_output(l, 0, &y);
  bool time_major = l->option[TIME_MAJOR] != 0;
  mote_lstm_shape s;
  s.batches = x.shape.dims[time_major ? 1 : 0];
  s.steps = x.shape.dims[time_major ? 0 : 1];
  s.depth = x.shape.dims[2];
  s.units = y.shape.dims[2];
  s.batch_stride = time_major ? 1 : s.steps;
  s.step_stride = time_major ? s.batches : 1;
  return s;
}

static mote_status check_type(mote_lowering *l, uint32_t input, mote_type type) {
  mote_tensor t;
  mote_lower_input(l, input, &t);
  MOTE_CHECK(l, t.type == type, MOTE_TYPE, &t, type, t.type, "the LSTM's tensors do not fit each other");
  return MOTE_OK;
}

/* Types beyond those of the kernel's signature. */
static mote_status check_types(mote_lowering *l, mote_type weights, mote_type bias, mote_type hidden, mote_type cell) {
  for (uint32_t gate = 0; gate < MOTE_LSTM_GATES; gate++) {
    MOTE_TRY(check_type(l, W + gate, weights));
    MOTE_TRY(check_type(l, R + gate, weights));
    MOTE_TRY(check_type(l, BIAS + gate, bias));
  }
  MOTE_TRY(check_type(l, HIDDEN, hidden));
  return check_type(l, CELL, cell);
}

/* scale(x) * scale(w) / scale, the product rounded to float. */
static mote_status lower_scale(mote_lowering *l, const mote_tensor *x, const mote_tensor *w, const mote_real *scale,
                               int32_t max_shift, int32_t *multiplier, int8_t *shift) {
  mote_real product, factor;
  MOTE_TRY(mote_check_per_tensor(l, w));
  MOTE_TRY(mote_check_zero_point(l, w, 0));
  mote_scale_of(&product, x);
  mote_scale_of(&factor, w);
  mote_real_mul(&product, &product, &factor);
  mote_real_round_to_float(&product);
  mote_real_div(&product, &product, scale);
  return mote_lower_multiplier(l, w, &product, max_shift, multiplier, shift);
}

static void power_of_two(mote_real *r, int32_t exponent) {
  mote_real_from_int(r, 1);
  r->exponent += exponent;
}

static mote_status lower_gates(mote_lowering *l, const mote_tensor *x, const mote_tensor *hidden, mote_lstm_params *p) {
  int32_t max_shift = x->type == MOTE_INT16 ? 7 : 30; /* of mote_multiply_wide() and mote_multiply() */
  mote_real gate_scale;
  power_of_two(&gate_scale, -12);
  for (uint32_t gate = 0; gate < MOTE_LSTM_GATES; gate++) {
    mote_tensor w;
    mote_lower_input(l, W + gate, &w);
    MOTE_TRY(lower_scale(l, x, &w, &gate_scale, max_shift, &p->w_multiplier[gate], &p->w_shift[gate]));
    mote_lower_input(l, R + gate, &w);
    MOTE_TRY(lower_scale(l, hidden, &w, &gate_scale, max_shift, &p->r_multiplier[gate], &p->r_shift[gate]));
  }
  return MOTE_OK;
}

/* As bits, so that no float arithmetic is linked. */
static bool clips(const mote_lowering *l) {
  const int32_t infinity = 0x7F800000;
  return l->option[CELL_CLIP] > 0 && l->option[CELL_CLIP] <= infinity;
}

/* The cell's scale is a power of two: what multiplies there are shifts. */
static mote_status lower_cell(mote_lowering *l, mote_lstm_params *p) {
  enum { MIN_LOG2 = -24, MAX_LOG2 = 1, LOG2_OF_TANH_INPUT = -12 };
  mote_tensor cell;
  int log2;
  mote_lower_input(l, CELL, &cell);
  MOTE_TRY(mote_check_per_tensor(l, &cell));
  MOTE_TRY(mote_check_zero_point(l, &cell, 0));
  bool fits = mote_checked_log2(mote_float_bits(cell.scale[0]), &log2) && log2 >= MIN_LOG2 && log2 <= MAX_LOG2;
  MOTE_CHECK(l, fits, MOTE_QUANTIZATION, &cell, 0, mote_float_bits(cell.scale[0]),
             "the cell state's scale must be a power of two from 2^-24 to 2");
  int32_t left = log2 - LOG2_OF_TANH_INPUT;
  p->tanh.count = 0;
  p->tanh.multiplier = (int16_t)(left > 0 ? 3 << left : 3);
  p->tanh.shift = (int16_t)(left > 0 ? 0 : -left);
  p->product_halvings = (int8_t)(28 + log2);
  p->cell_min = INT16_MIN;
  p->cell_max = INT16_MAX;
  if (clips(l)) {
    mote_real clip, scale;
    mote_real_from_float(&clip, (uint32_t)l->option[CELL_CLIP]);
    mote_scale_of(&scale, &cell);
    mote_real_div(&clip, &clip, &scale);
    p->cell_max = (int16_t)mote_clamp(mote_real_truncate(&clip), 0, INT16_MAX);
    p->cell_min = (int16_t)-p->cell_max;
  }
  return MOTE_OK;
}

static mote_status lower_integer(mote_lowering *l, mote_type bias) {
  mote_lstm_params p;
  mote_tensor x, hidden;
  mote_lower_input(l, X, &x);
  mote_lower_input(l, HIDDEN, &hidden);
  MOTE_TRY(check_types(l, MOTE_INT8, bias, x.type, MOTE_INT16));
  p.shape = shape_of(l);
  MOTE_CHECK(l, p.shape.depth <= MOTE_MATVEC_MAX_DEPTH && p.shape.units <= MOTE_MATVEC_MAX_DEPTH, MOTE_TOO_LARGE, &x,
             MOTE_MATVEC_MAX_DEPTH, p.shape.depth, "the input is too deep");
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_per_tensor(l, &hidden));
  p.x_zero_point = (int16_t)x.zero_point;
  p.y_zero_point = (int16_t)hidden.zero_point;
  p.unused = 0;
  MOTE_TRY(lower_gates(l, &x, &hidden, &p));
  MOTE_TRY(lower_cell(l, &p));
  mote_real scale, hidden_scale;
  power_of_two(&scale, -30);
  mote_scale_of(&hidden_scale, &hidden);
  mote_real_div(&scale, &scale, &hidden_scale);
  MOTE_TRY(mote_lower_multiplier(l, &hidden, &scale, 0, &p.y_multiplier, &p.y_shift));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_s8(mote_lowering *l) {
  return lower_integer(l, MOTE_INT32);
}

static mote_status lower_s16(mote_lowering *l) {
  return lower_integer(l, MOTE_INT64);
}

static mote_status lower_f32(mote_lowering *l) {
  mote_lstm_f32_params p;
  MOTE_TRY(check_types(l, MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32));
  p.shape = shape_of(l);
  float min;
  mote_float_activation(MOTE_ACT_NONE, &min, &p.cell_max);
  if (clips(l)) {
    p.cell_max = mote_option_float(l, CELL_CLIP);
  }
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: the inputs, y */
#define DEFINE_RUN(run, kernel)                                                                     \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) {            \
    (void)instance;                                                                                 \
    const void *const *inputs = (const void *const *)io;                                            \
    kernel(params, io[X], inputs + W, inputs + R, inputs + BIAS, io[HIDDEN], io[CELL], io[INPUTS]); \
    return MOTE_OK;                                                                                 \
  }

DEFINE_RUN(run_s8, mote_unidirectional_sequence_lstm_s8)
DEFINE_RUN(run_s16, mote_unidirectional_sequence_lstm_s16)
DEFINE_RUN(run_f32, mote_unidirectional_sequence_lstm_f32)

MOTE_KERNEL(unidirectional_sequence_lstm_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_INT8, MOTE_INT8, MOTE_INT8),
            mote_lstm_params, 0, lower_s8, run_s8);
MOTE_KERNEL(unidirectional_sequence_lstm_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_INT8, MOTE_INT8, MOTE_INT16),
            mote_lstm_params, 0, lower_s16, run_s16);
MOTE_KERNEL(unidirectional_sequence_lstm_f32, op, MOTE_TYPES(MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32),
            mote_lstm_f32_params, 0, lower_f32, run_f32);
