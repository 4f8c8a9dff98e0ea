/* SPDX-License-Identifier: Apache-2.0 */
#include "pow.h"

static const mote_op op = {MOTE_BINARY_OP("POW", 78, 56)};

static mote_status lower_s32(mote_lowering *l) {
  mote_pow_s32_params p;
  mote_tensor b;
  mote_lower_input(l, 1, &b);
  p.b_count = (int32_t)mote_shape_count(&b.shape);
  mote_lower_broadcast(l, &p.shape);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

MOTE_BINARY_RUN(run_f32, mote_pow_f32, float)
MOTE_BINARY_RUN(raise_s32, mote_pow_s32, int32_t)

/* io[]: a, b, y, axes */
static mote_status run_s32(const void *params, void *const *io, mote_instance *instance) {
  const mote_pow_s32_params *p = params;
  const int32_t *b = io[1];
  for (int32_t i = 0; i < p->b_count; i++) {
    if (b[i] < 0) {
      return MOTE_DATA;
    }
  }
  return raise_s32(params, io, instance);
}

MOTE_BINARY_DESCRIPTOR(pow_f32, op, MOTE_FLOAT32, MOTE_FLOAT32, mote_binary_params, mote_lower_binary, run_f32);
MOTE_BINARY_DESCRIPTOR(pow_s32, op, MOTE_INT32, MOTE_INT32, mote_pow_s32_params, lower_s32, run_s32);
