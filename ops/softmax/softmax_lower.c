/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/unary.h"
#include "softmax.h"

enum { BETA };

static const mote_option options[] = {
    [BETA] = {MOTE_NAME("beta"), 0, MOTE_OPTION_FLOAT, 0, 0, 0},
};

static const mote_op op = {
    MOTE_UNARY_OP("SOFTMAX", 25, 9),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
};

/* The scale of a probability, within a thousandth. */
static mote_status check_output(mote_lowering *l, const mote_tensor *y, int32_t log2_scale, int32_t zero_point) {
  int log2;
  MOTE_TRY(mote_check_per_tensor(l, y));
  MOTE_TRY(mote_check_zero_point(l, y, zero_point));
  MOTE_CHECK(l, mote_checked_log2(mote_float_bits(y->scale[0]), &log2) && log2 == log2_scale, MOTE_QUANTIZATION, y, 0,
             mote_float_bits(y->scale[0]), "the output's scale must be that of values up to 1");
  return MOTE_OK;
}

/* To int8 or int16. */
static mote_status lower_s8(mote_lowering *l) {
  mote_softmax_s8_params p;
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(y.type == MOTE_INT8 ? check_output(l, &y, -8, INT8_MIN) : check_output(l, &y, -16, INT16_MIN));
  MOTE_TRY(mote_lower_softmax_scale(l, &x, (uint32_t)l->option[BETA], &p.scale));
  MOTE_TRY(mote_lower_softmax_rows(l, (1 << 12) - 1, &p.rows, &p.depth));
  l->in_place = y.type == MOTE_INT8;
  mote_lower_scratch(l, 0, (uint32_t)p.depth * 4);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_s16(mote_lowering *l) {
  mote_softmax_s16_params p;
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_zero_point(l, &x, 0));
  MOTE_TRY(check_output(l, &y, -15, 0));
  mote_real scale, factor, range;
  int8_t shift;
  mote_scale_of(&scale, &x);
  mote_real_from_float(&factor, (uint32_t)l->option[BETA]);
  mote_real_mul(&scale, &scale, &factor);
  mote_real_from_int(&factor, 10);
  mote_real_from_int(&range, 65535);
  mote_real_div(&factor, &factor, &range);
  mote_real_div(&scale, &scale, &factor);
  MOTE_CHECK(l, !scale.negative, MOTE_OPTION, &x, 0, l->option[BETA], "beta is negative");
  MOTE_TRY(mote_lower_multiplier(l, &x, &scale, 30, &p.multiplier, &shift));
  p.shift = shift;
  MOTE_TRY(mote_lower_softmax_rows(l, UINT16_MAX, &p.rows, &p.depth));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_f32(mote_lowering *l) {
  mote_softmax_f32_params p;
  p.beta = mote_option_float(l, BETA);
  MOTE_TRY(mote_lower_softmax_rows(l, INT32_MAX, &p.rows, &p.depth));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y, exponentials */
static mote_status run_s8(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_softmax_s8_params *p = params;
  mote_rows all = {0, p->rows};
  mote_softmax_s8(p, all, io[0], io[1], io[2]);
  return MOTE_OK;
}

static mote_status run_s8_s16(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_softmax_s8_params *p = params;
  mote_rows all = {0, p->rows};
  mote_softmax_s8_s16(p, all, io[0], io[1], io[2]);
  return MOTE_OK;
}

static mote_status run_s16(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_softmax_s16_params *p = params;
  mote_rows all = {0, p->rows};
  mote_softmax_s16(p, all, io[0], io[1]);
  return MOTE_OK;
}

static mote_status run_f32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_softmax_f32_params *p = params;
  mote_rows all = {0, p->rows};
  mote_softmax_f32(p, all, io[0], io[1]);
  return MOTE_OK;
}

MOTE_KERNEL(softmax_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), mote_softmax_s8_params, 1, lower_s8,
            run_s8);
MOTE_KERNEL(softmax_s8_s16, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_softmax_s8_params, 1,
            lower_s8, run_s8_s16);
MOTE_KERNEL(softmax_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_softmax_s16_params, 0,
            lower_s16, run_s16);
MOTE_KERNEL(softmax_f32, op, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32), mote_softmax_f32_params, 0,
            lower_f32, run_f32);
