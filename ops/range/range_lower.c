/* SPDX-License-Identifier: Apache-2.0 */
#include "range.h"

#include "../common/lowering.h"

/* As long as the file says: the operands may come at run time. */
static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  mote_tensor y;
  mote_lower_output(l, output, &y);
  shape->rank = 1;
  shape->dims[0] = y.shape.rank == 1 ? y.shape.dims[0] : 0;
  return MOTE_OK;
}

static const mote_op range = {
    .name = "RANGE",
    .code = 96,
    .options_type = 73,
    .min_inputs = 3,
    .max_inputs = 3,
    .min_outputs = 1,
    .max_outputs = 1,
    .infer = infer,
};

/* io[]: start, limit, delta, y */
static mote_status lower(mote_lowering *l) {
  mote_tensor y;
  for (uint32_t i = 0; i < 3; i++) {
    mote_tensor x;
    mote_lower_input(l, i, &x);
    MOTE_CHECK(l, mote_shape_count(&x.shape) == 1, MOTE_SHAPE, &x, 1, mote_shape_count(&x.shape),
               "start, limit and delta must be one number each");
  }
  mote_lower_output(l, 0, &y);
  mote_range_params p = {y.shape.dims[0]};
  mote_lower_params(l, &p);
  return MOTE_OK;
}

#define DEFINE_RUN(run, kernel, type)                                                               \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) {            \
    (void)instance;                                                                                 \
    return kernel(params, *(const type *)io[0], *(const type *)io[1], *(const type *)io[2], io[3]); \
  }

DEFINE_RUN(run_s32, mote_range_s32, int32_t)
DEFINE_RUN(run_f32, mote_range_f32, float)

MOTE_KERNEL(range_s32, range, MOTE_TYPES(MOTE_INT32, MOTE_INT32, MOTE_INT32, MOTE_INT32), mote_range_params, 0, lower,
            run_s32);
MOTE_KERNEL(range_f32, range, MOTE_TYPES(MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32, MOTE_FLOAT32), mote_range_params, 0,
            lower, run_f32);
