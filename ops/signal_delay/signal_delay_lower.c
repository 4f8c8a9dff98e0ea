/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/custom.h"
#include "signal_delay.h"

static const mote_option options[] = {{"delay_length", 0, MOTE_OPTION_INT32, 0, 0, MOTE_OPTION_MAX}};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  MOTE_TRY(mote_lower_custom_options(l));
  return mote_infer_same(l, output, shape);
}

static const mote_op op = {
    MOTE_CUSTOM_OP("SignalDelay", 1, 1),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
    .infer = infer,
};

static mote_status lower(mote_lowering *l) {
  mote_signal_delay_params p;
  mote_tensor x;
  mote_lower_input(l, 0, &x);
  MOTE_CHECK(l, x.shape.rank > 0, MOTE_SHAPE, &x, 1, 0, "the input must have rows");
  uint32_t row = (uint32_t)x.shape.dims[x.shape.rank - 1], delay = (uint32_t)l->option[0];
  p.rows = mote_shape_count(&x.shape) / row;
  p.row_bytes = row * (uint32_t)sizeof(int16_t);
  p.delay_bytes = delay * (uint32_t)sizeof(int16_t);
  uint64_t history_bytes = (uint64_t)p.rows * p.delay_bytes;
  mote_lower_state(l, 0, history_bytes < UINT32_MAX ? (uint32_t)history_bytes : UINT32_MAX); /* too much, in any case */
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y, history */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_signal_delay(params, io[0], io[2], io[1]);
  return MOTE_OK;
}

MOTE_KERNEL(signal_delay_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_signal_delay_params, 1,
            lower, run);
