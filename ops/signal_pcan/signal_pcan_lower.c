/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/custom.h"
#include "signal_pcan.h"

static const mote_option options[] = {{"snr_shift", 0, MOTE_OPTION_INT32, 0, 0, 63}};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  MOTE_TRY(mote_lower_custom_options(l));
  return mote_infer_same(l, output, shape);
}

static const mote_op op = {
    MOTE_CUSTOM_OP("SignalPCAN", 3, 1),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
    .infer = infer,
};

static mote_status lower(mote_lowering *l) {
  mote_signal_pcan_params p;
  mote_tensor x, noise, gains;
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 1, &noise);
  mote_lower_input(l, 2, &gains);
  p.channels = (int32_t)mote_shape_count(&x.shape);
  p.shift = l->option[0];
  MOTE_TRY(mote_check_elements(l, &noise, MOTE_UINT32, (uint32_t)p.channels));
  MOTE_CHECK(l, mote_shape_count(&gains.shape) >= MOTE_PCAN_GAINS, MOTE_SHAPE, &gains, MOTE_PCAN_GAINS,
             mote_shape_count(&gains.shape), "the table of gains is too short");
  l->in_place = 3;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, noise, gains, y */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_signal_pcan_u32(params, io[0], io[1], io[2], io[3]);
  return MOTE_OK;
}

MOTE_KERNEL(signal_pcan_u32, op, MOTE_TYPES(MOTE_UINT32, MOTE_UINT32, MOTE_INT16, MOTE_UINT32), mote_signal_pcan_params,
            0, lower, run);
