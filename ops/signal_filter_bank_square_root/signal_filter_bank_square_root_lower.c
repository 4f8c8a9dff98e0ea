/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/custom.h"
#include "../common/unary.h"
#include "signal_filter_bank_square_root.h"

static const mote_op op = {MOTE_CUSTOM_OP("SignalFilterBankSquareRoot", 2, 1), .infer = mote_infer_same};

static mote_status lower(mote_lowering *l) {
  mote_unary_params p;
  mote_tensor x, shift;
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 1, &shift);
  MOTE_TRY(mote_check_elements(l, &shift, MOTE_INT32, 1));
  p.count = (int32_t)mote_shape_count(&x.shape);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, shift, y */
static mote_status run(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_unary_params *p = params;
  const int32_t shift = *(const int32_t *)io[1];
  if (shift < 0 || shift > 31) {
    return MOTE_DATA;
  }
  mote_signal_filter_bank_square_root_u64(p->count, io[0], shift, io[2]);
  return MOTE_OK;
}

MOTE_KERNEL(signal_filter_bank_square_root_u64, op, MOTE_TYPES(MOTE_UINT64, MOTE_INT32, MOTE_NONE, MOTE_UINT32),
            mote_unary_params, 0, lower, run);
