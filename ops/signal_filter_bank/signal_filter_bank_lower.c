/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/custom.h"
#include "signal_filter_bank.h"

enum { X, WEIGHTS, UNWEIGHTS, X_STARTS, W_STARTS, WIDTHS, Y };

static const mote_option options[] = {{"num_channels", 0, MOTE_OPTION_INT32, 0, 1, MOTE_OPTION_MAX}};

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  MOTE_TRY(mote_lower_custom_options(l));
  shape->rank = 1;
  shape->dims[0] = l->option[0];
  return MOTE_OK;
}

static const mote_op op = {
    MOTE_CUSTOM_OP("SignalFilterBank", 6, 1),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
    .infer = infer,
};

/* Every band lies within the `limit` elements of the tensor that it is taken from. */
static mote_status check_bands(mote_lowering *l, const mote_tensor *starts, const mote_tensor *widths, uint32_t limit) {
  const int16_t *start = starts->data, *width = widths->data;
  for (uint32_t i = 0; i < mote_shape_count(&starts->shape); i++) {
    MOTE_CHECK(l, start[i] >= 0 && width[i] >= 0 && (uint32_t)(start[i] + width[i]) <= limit, MOTE_INDEX, starts, limit,
               start[i] + width[i], "a band of the filter bank is not within the spectrum or the weights");
  }
  return MOTE_OK;
}

static mote_status lower(mote_lowering *l) {
  mote_signal_filter_bank_params p = {l->option[0]};
  mote_tensor x, weights, unweights, bands[3];
  mote_lower_input(l, X, &x);
  mote_lower_input(l, WEIGHTS, &weights);
  mote_lower_input(l, UNWEIGHTS, &unweights);
  uint32_t weight_count = mote_shape_count(&weights.shape);
  MOTE_TRY(mote_check_elements(l, &unweights, MOTE_INT16, weight_count));
  for (uint32_t i = 0; i < 3; i++) {
    mote_lower_input(l, X_STARTS + i, &bands[i]);
    MOTE_TRY(mote_check_elements(l, &bands[i], MOTE_INT16, (uint32_t)p.channels + 1));
    MOTE_CHECK(l, bands[i].is_constant, MOTE_CONSTANT, &bands[i], 0, 0, "the bands of a filter bank must be constant");
  }
  MOTE_TRY(check_bands(l, &bands[0], &bands[2], mote_shape_count(&x.shape)));
  MOTE_TRY(check_bands(l, &bands[1], &bands[2], weight_count));
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: the inputs, y */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  mote_signal_filter_bank_u32(params, io[X], io[WEIGHTS], io[UNWEIGHTS], io[X_STARTS], io[W_STARTS], io[WIDTHS], io[Y]);
  return MOTE_OK;
}

MOTE_KERNEL(signal_filter_bank_u32, op, MOTE_TYPES(MOTE_UINT32, MOTE_INT16, MOTE_INT16, MOTE_UINT64),
            mote_signal_filter_bank_params, 0, lower, run);
