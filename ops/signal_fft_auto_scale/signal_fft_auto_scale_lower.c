/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/custom.h"
#include "../common/unary.h"
#include "signal_fft_auto_scale.h"

static mote_status infer(mote_lowering *l, uint32_t output, mote_shape *shape) {
  MOTE_TRY(mote_infer_same(l, output, shape));
  shape->rank = output == 0 ? shape->rank : 0;
  return MOTE_OK;
}

static const mote_op op = {MOTE_CUSTOM_OP("SignalFftAutoScale", 1, 2), .infer = infer};

static mote_status lower(mote_lowering *l) {
  mote_tensor bits;
  mote_lower_output(l, 1, &bits);
  MOTE_TRY(mote_check_elements(l, &bits, MOTE_INT32, 1));
  return mote_lower_unary(l);
}

/* io[]: x, y, bits */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_unary_params *p = params;
  mote_signal_fft_auto_scale_s16(p->count, io[0], io[1], io[2]);
  return MOTE_OK;
}

MOTE_KERNEL(signal_fft_auto_scale_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_unary_params,
            0, lower, run);
