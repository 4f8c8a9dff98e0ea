/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "../common/custom.h"
#include "signal_filter_bank_spectral_subtraction.h"

enum { CHANNELS, SMOOTHING, ODD_SMOOTHING, ONE_MINUS, ODD_ONE_MINUS, MIN_SIGNAL, SMOOTHING_BITS, BITS, CLAMPING };

static const mote_option options[] = {
    [CHANNELS] = {"num_channels", 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX},
    [SMOOTHING] = {"smoothing", 0, MOTE_OPTION_INT32, 0, MOTE_OPTION_MIN, MOTE_OPTION_MAX},
    [ODD_SMOOTHING] = {"alternate_smoothing", 0, MOTE_OPTION_INT32, 0, MOTE_OPTION_MIN, MOTE_OPTION_MAX},
    [ONE_MINUS] = {"one_minus_smoothing", 0, MOTE_OPTION_INT32, 0, MOTE_OPTION_MIN, MOTE_OPTION_MAX},
    [ODD_ONE_MINUS] = {"alternate_one_minus_smoothing", 0, MOTE_OPTION_INT32, 0, MOTE_OPTION_MIN, MOTE_OPTION_MAX},
    [MIN_SIGNAL] = {"min_signal_remaining", 0, MOTE_OPTION_INT32, 0, MOTE_OPTION_MIN, MOTE_OPTION_MAX},
    [SMOOTHING_BITS] = {"smoothing_bits", 0, MOTE_OPTION_INT32, 0, 0, 31},
    [BITS] = {"spectral_subtraction_bits", 0, MOTE_OPTION_INT32, 0, 0, 63},
    [CLAMPING] = {"clamping", 0, MOTE_OPTION_BOOL, 0, 0, 1},
};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  MOTE_TRY(mote_lower_custom_options(l));
  return mote_infer_same(l, output, shape);
}

static const mote_op op = {
    MOTE_CUSTOM_OP("SignalFilterBankSpectralSubtraction", 1, 2),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
    .infer = infer,
};

static mote_status lower(mote_lowering *l) {
  mote_signal_spectral_subtraction_params p;
  mote_tensor x, noise;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 1, &noise);
  MOTE_TRY(mote_check_elements(l, &x, MOTE_UINT32, (uint32_t)l->option[CHANNELS]));
  MOTE_TRY(mote_check_elements(l, &noise, MOTE_UINT32, (uint32_t)l->option[CHANNELS]));
  MOTE_CHECK(l, l->option[CHANNELS] <= UINT16_MAX, MOTE_TOO_LARGE, &x, UINT16_MAX, l->option[CHANNELS],
             "too many channels");
  p.smoothing[0] = (uint32_t)l->option[SMOOTHING];
  p.smoothing[1] = (uint32_t)l->option[ODD_SMOOTHING];
  p.one_minus_smoothing[0] = (uint32_t)l->option[ONE_MINUS];
  p.one_minus_smoothing[1] = (uint32_t)l->option[ODD_ONE_MINUS];
  p.min_signal = (uint32_t)l->option[MIN_SIGNAL];
  p.channels = (uint16_t)l->option[CHANNELS];
  p.smoothing_bits = (uint8_t)l->option[SMOOTHING_BITS];
  p.bits = (uint8_t)l->option[BITS];
  p.clamping = (uint32_t)l->option[CLAMPING];
  mote_lower_state(l, 0, noise.bytes);
  l->in_place = 1;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y, noise, state */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_signal_spectral_subtraction_params *p = params;
  mote_signal_filter_bank_spectral_subtraction_u32(p, io[0], io[3], io[1]);
  memcpy(io[2], io[3], p->channels * sizeof(uint32_t));
  return MOTE_OK;
}

MOTE_KERNEL(signal_filter_bank_spectral_subtraction_u32, op, MOTE_TYPES(MOTE_UINT32, MOTE_NONE, MOTE_NONE, MOTE_UINT32),
            mote_signal_spectral_subtraction_params, 1, lower, run);
