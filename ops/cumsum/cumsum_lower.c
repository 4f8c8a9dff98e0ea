/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/index.h"
#include "../common/scale.h"
#include "cumsum.h"

enum { EXCLUSIVE, REVERSE };

static const mote_option options[] = {
    [EXCLUSIVE] = {MOTE_NAME("exclusive"), 0, MOTE_OPTION_BOOL, 0, 0, 1},
    [REVERSE] = {MOTE_NAME("reverse"), 1, MOTE_OPTION_BOOL, 0, 0, 1},
};

static const mote_op cumsum = {
    .name = "CUMSUM",
    .code = 128,
    .options_type = 102,
    .option_count = MOTE_COUNT_OF(options),
    .min_inputs = 2,
    .max_inputs = 2,
    .min_outputs = 1,
    .max_outputs = 1,
    .options = options,
    .infer = mote_infer_same,
};

static mote_status lower_shape(mote_lowering *l, mote_cumsum_params *p) {
  mote_tensor x;
  uint32_t axis;
  mote_lower_input(l, 0, &x);
  MOTE_TRY(mote_lower_axis_input(l, 1, x.shape.rank, &axis));
  p->outer = (int32_t)mote_shape_product(&x.shape, 0, axis);
  p->count = x.shape.dims[axis];
  p->inner = (int32_t)mote_shape_product(&x.shape, axis + 1, x.shape.rank);
  p->is_exclusive = l->option[EXCLUSIVE];
  p->is_reverse = l->option[REVERSE];
  l->in_place = 1;
  return MOTE_OK;
}

/* The reference's sums are in 2^-19 of the input's scale: its output multiplier is for those. */
static mote_status lower_s8(mote_lowering *l) {
  enum { MAX_COUNT = 1 << 22 }; /* so that sums fit 32 bits */
  mote_cumsum_s8_params p;
  mote_tensor x, y;
  mote_real scale;
  int8_t shift;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_per_tensor(l, &y));
  MOTE_TRY(lower_shape(l, &p.shape));
  MOTE_CHECK(l, p.shape.count <= MAX_COUNT, MOTE_TOO_LARGE, &x, MAX_COUNT, p.shape.count,
             "the sums have more elements than an accumulator holds");
  mote_scale_ratio(&scale, &x, &y);
  scale.exponent -= 19;
  MOTE_TRY(mote_lower_multiplier(l, &y, &scale, 0, &p.multiplier, &shift));
  p.right_shift = (int16_t)-shift;
  p.x_zero_point = (int8_t)x.zero_point;
  p.y_zero_point = (int8_t)y.zero_point;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower(mote_lowering *l) {
  mote_cumsum_params p;
  MOTE_TRY(lower_shape(l, &p));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, axis, y */
#define DEFINE_RUN(run, kernel)                                                          \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    kernel(params, io[0], io[2]);                                                        \
    return MOTE_OK;                                                                      \
  }

DEFINE_RUN(run_s8, mote_cumsum_s8)
DEFINE_RUN(run_f32, mote_cumsum_f32)
DEFINE_RUN(run_s32, mote_cumsum_s32)
DEFINE_RUN(run_s64, mote_cumsum_s64)

MOTE_KERNEL(cumsum_s8, cumsum, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), mote_cumsum_s8_params, 0,
            lower_s8, run_s8);
MOTE_KERNEL(cumsum_f32, cumsum, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32), mote_cumsum_params, 0,
            lower, run_f32);
MOTE_KERNEL(cumsum_s32, cumsum, MOTE_TYPES(MOTE_INT32, MOTE_NONE, MOTE_NONE, MOTE_INT32), mote_cumsum_params, 0, lower,
            run_s32);
MOTE_KERNEL(cumsum_s64, cumsum, MOTE_TYPES(MOTE_INT64, MOTE_NONE, MOTE_NONE, MOTE_INT64), mote_cumsum_params, 0, lower,
            run_s64);
