/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/custom.h"
#include "signal_filter_bank_log.h"

enum { CORRECTION, SCALE };

static const mote_option options[] = {
    [CORRECTION] = {"input_correction_bits", 0, MOTE_OPTION_INT32, 0, 0, 31},
    [SCALE] = {"output_scale", 0, MOTE_OPTION_INT32, 0, MOTE_OPTION_MIN, MOTE_OPTION_MAX},
};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  MOTE_TRY(mote_lower_custom_options(l));
  return mote_infer_same(l, output, shape);
}

static const mote_op op = {
    MOTE_CUSTOM_OP("SignalFilterBankLog", 1, 1),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
    .infer = infer,
};

static mote_status lower(mote_lowering *l) {
  mote_signal_filter_bank_log_params p;
  mote_tensor x;
  mote_lower_input(l, 0, &x);
  p.channels = (int32_t)mote_shape_count(&x.shape);
  p.x_shift = (uint32_t)l->option[CORRECTION];
  p.y_scale = (uint32_t)l->option[SCALE];
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_signal_filter_bank_log_u32(params, io[0], io[1]);
  return MOTE_OK;
}

MOTE_KERNEL(signal_filter_bank_log_u32, op, MOTE_TYPES(MOTE_UINT32, MOTE_NONE, MOTE_NONE, MOTE_INT16),
            mote_signal_filter_bank_log_params, 0, lower, run);
