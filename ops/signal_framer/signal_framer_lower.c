/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/custom.h"
#include "signal_framer.h"

enum { FRAME_SIZE, FRAME_STEP, PREFILL };
enum { FRAMES, VALID };

static const mote_option options[] = {
    [FRAME_SIZE] = {"frame_size", 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX},
    [FRAME_STEP] = {"frame_step", 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX},
    [PREFILL] = {"prefill", 0, MOTE_OPTION_BOOL, 0, 0, 1},
};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  mote_tensor x;
  MOTE_TRY(mote_lower_custom_options(l));
  mote_lower_input(l, 0, &x);
  shape->rank = 0;
  if (output == VALID) {
    return MOTE_OK;
  }
  const int32_t step = l->option[FRAME_STEP];
  const uint32_t rank = x.shape.rank;
  MOTE_CHECK(l, rank > 0 && rank < MOTE_MAX_RANK && x.shape.dims[rank - 1] % step == 0, MOTE_SHAPE, &x, step,
             mote_shape_count(&x.shape), "the rows of the input must be a whole number of frame steps");
  *shape = x.shape;
  shape->rank = rank + 1;
  shape->dims[rank - 1] = x.shape.dims[rank - 1] / step;
  shape->dims[rank] = l->option[FRAME_SIZE];
  return MOTE_OK;
}

static const mote_op op = {
    MOTE_CUSTOM_OP("SignalFramer", 1, 2),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
    .infer = infer,
};

static mote_status lower(mote_lowering *l) {
  mote_signal_framer_params p;
  mote_tensor y, valid;
  mote_lower_output(l, FRAMES, &y);
  mote_lower_output(l, VALID, &valid);
  MOTE_TRY(mote_check_elements(l, &valid, MOTE_BOOL, 1));
  uint32_t size = (uint32_t)l->option[FRAME_SIZE], step = (uint32_t)l->option[FRAME_STEP];
  p.prefill = (uint32_t)l->option[PREFILL];
  MOTE_CHECK(l, size >= step || !p.prefill, MOTE_OPTION, NULL, step, size, "there is nothing to prefill a frame with");
  p.frames = (uint32_t)y.shape.dims[y.shape.rank - 2];
  p.rows = mote_shape_count(&y.shape) / (p.frames * size);
  p.frame_bytes = size * (uint32_t)sizeof(int16_t);
  p.step_bytes = step * (uint32_t)sizeof(int16_t);
  p.history_bytes = p.prefill ? p.frame_bytes - p.step_bytes : (size - 1) / step * p.step_bytes;
  mote_lower_state(l, 0, sizeof(uint32_t));
  mote_lower_state(l, 1, p.rows * p.history_bytes); /* less than y has */
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y, valid, kept, history */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  *(uint8_t *)io[2] = mote_signal_framer(params, io[0], io[3], io[4], io[1]);
  return MOTE_OK;
}

MOTE_KERNEL(signal_framer_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_signal_framer_params,
            2, lower, run);
