/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/find.h"
#include "sqrt.h"

static const mote_op op = {MOTE_UNARY_OP("SQRT", 75, 0)};

static mote_status lower_quantized(mote_lowering *l) {
  mote_sqrt_params p;
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_per_tensor(l, &y));
  p.count = mote_lower_elements(l);
  p.x_scale = x.scale[0];
  p.y_scale = y.scale[0];
  p.x_zero_point = x.zero_point;
  p.y_zero_point = y.zero_point;
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y */
static mote_status run_s8(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_sqrt_params *p = params;
  if (mote_find_below_s8(p->count, io[0], (int8_t)p->x_zero_point)) {
    return MOTE_DATA;
  }
  mote_sqrt_s8(p, p->count, io[0], io[1]);
  return MOTE_OK;
}

static mote_status run_s16(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_sqrt_params *p = params;
  if (mote_find_below_s16(p->count, io[0], (int16_t)p->x_zero_point)) {
    return MOTE_DATA;
  }
  mote_sqrt_s16(p, p->count, io[0], io[1]);
  return MOTE_OK;
}

MOTE_UNARY_RUN(run_f32, mote_sqrt_f32)

MOTE_UNARY_DESCRIPTOR(sqrt_f32, op, MOTE_FLOAT32, run_f32);
MOTE_KERNEL(sqrt_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), mote_sqrt_params, 0, lower_quantized,
            run_s8);
MOTE_KERNEL(sqrt_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_sqrt_params, 0,
            lower_quantized, run_s16);
