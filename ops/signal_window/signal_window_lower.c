/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/custom.h"
#include "signal_window.h"

static const mote_option options[] = {{"shift", 0, MOTE_OPTION_INT32, 0, 0, 31}};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  MOTE_TRY(mote_lower_custom_options(l));
  return mote_infer_same(l, output, shape);
}

static const mote_op op = {
    MOTE_CUSTOM_OP("SignalWindow", 2, 1),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
    .infer = infer,
};

static mote_status lower(mote_lowering *l) {
  mote_signal_window_params p;
  mote_tensor x, w;
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 1, &w);
  uint32_t count = mote_shape_count(&x.shape), size = mote_shape_count(&w.shape);
  MOTE_CHECK(l, size > 0 && count % size == 0, MOTE_SHAPE, &x, size, count,
             "the input's size is no multiple of the window's");
  p.frames = (int32_t)(count / size);
  p.size = (int32_t)size;
  p.shift = l->option[0];
  l->in_place = 1;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, weights, y */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_signal_window_s16(params, io[0], io[1], io[2]);
  return MOTE_OK;
}

MOTE_KERNEL(signal_window_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_INT16, MOTE_NONE, MOTE_INT16), mote_signal_window_params,
            0, lower, run);
