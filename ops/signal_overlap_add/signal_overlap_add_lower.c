/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/custom.h"
#include "signal_overlap_add.h"

static const mote_option options[] = {{"frame_step", 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX}};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  mote_tensor x;
  MOTE_TRY(mote_lower_custom_options(l));
  MOTE_TRY(mote_infer_same(l, output, shape));
  mote_lower_input(l, 0, &x);
  const uint32_t rank = shape->rank;
  MOTE_CHECK(l, rank >= 2 && l->option[0] <= shape->dims[rank - 1], MOTE_SHAPE, &x, l->option[0], rank,
             "the input must be frames that are no shorter than frame_step");
  shape->rank = rank - 1;
  shape->dims[rank - 2] *= l->option[0];
  return MOTE_OK;
}

static const mote_op op = {
    MOTE_CUSTOM_OP("SignalOverlapAdd", 1, 1),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
    .infer = infer,
};

static mote_status lower(mote_lowering *l) {
  mote_signal_overlap_add_params p;
  mote_tensor x;
  mote_lower_input(l, 0, &x);
  p.size = x.shape.dims[x.shape.rank - 1];
  p.frames = x.shape.dims[x.shape.rank - 2];
  p.rows = (int32_t)mote_shape_count(&x.shape) / (p.frames * p.size);
  p.step = l->option[0];
  mote_lower_state(l, 0, mote_type_bytes(x.type, (uint32_t)(p.rows * (p.size - p.step))));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y, overlap */
#define DEFINE_RUN(run, kernel)                                                          \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    (void)instance;                                                                      \
    kernel(params, io[0], io[2], io[1]);                                                 \
    return MOTE_OK;                                                                      \
  }

DEFINE_RUN(run_s16, mote_signal_overlap_add_s16)
DEFINE_RUN(run_f32, mote_signal_overlap_add_f32)

MOTE_KERNEL(signal_overlap_add_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16),
            mote_signal_overlap_add_params, 1, lower, run_s16);
MOTE_KERNEL(signal_overlap_add_f32, op, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32),
            mote_signal_overlap_add_params, 1, lower, run_f32);
