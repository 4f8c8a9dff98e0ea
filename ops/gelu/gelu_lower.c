/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/lookup.h"
#include "gelu.h"

enum { APPROXIMATE };

static const mote_option options[] = {
    [APPROXIMATE] = {MOTE_NAME("approximate"), 0, MOTE_OPTION_BOOL, 0, 0, 1},
};

static const mote_op op = {
    MOTE_UNARY_OP("GELU", 150, 116),
    .option_count = MOTE_COUNT_OF(options),
    .options = options,
};

static mote_status lower_s8(mote_lowering *l) {
  return mote_lower_lookup_s8(l, l->option[APPROXIMATE] ? mote_gelu_approximate : mote_gelu);
}

static mote_status lower_s16(mote_lowering *l) {
  return mote_lower_lookup_s16(l, l->option[APPROXIMATE] ? mote_gelu_approximate : mote_gelu);
}

static mote_status lower_f32(mote_lowering *l) {
  mote_gelu_f32_params p = {mote_lower_elements(l), l->option[APPROXIMATE]};
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y */
static mote_status run_f32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_gelu_f32_params *p = params;
  if (p->approximate) {
    mote_gelu_approximate_f32(p->count, io[0], io[1]);
  } else {
    mote_gelu_f32(p->count, io[0], io[1]);
  }
  return MOTE_OK;
}

MOTE_KERNEL(gelu_f32, op, MOTE_TYPES(MOTE_FLOAT32, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32), mote_gelu_f32_params, 0,
            lower_f32, run_f32);
MOTE_KERNEL(gelu_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), mote_unary_params, 1, lower_s8,
            mote_run_lookup_s8);
MOTE_KERNEL(gelu_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_unary_params, 1, lower_s16,
            mote_run_lookup_s16);
