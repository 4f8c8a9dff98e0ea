/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/find.h"
#include "../common/lookup.h"
#include "../common/math.h"
#include "../common/scale.h"
#include "rsqrt.h"

static const mote_op op = {MOTE_UNARY_OP("RSQRT", 76, 0)};

static mote_status lower_s8(mote_lowering *l) {
  mote_rsqrt_params p;
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_per_tensor(l, &y));
  mote_real scale, divisor;
  int8_t shift;
  mote_real_from_float(&divisor, mote_float_bits(mote_sqrtf(x.scale[0])));
  mote_scale_of(&scale, &y);
  mote_real_mul(&divisor, &divisor, &scale);
  mote_real_round_to_float(&divisor);
  mote_real_from_int(&scale, 1);
  mote_real_div(&scale, &scale, &divisor);
  MOTE_TRY(mote_lower_multiplier(l, &y, &scale, 30, &p.multiplier, &shift));
  if (shift < -11) { /* rounds everything to 0; the kernel shifts by 20 bits more, and by no more than 31 */
    p.multiplier = 0;
    shift = 0;
  }
  p.shift = shift;
  p.x_zero_point = (int16_t)x.zero_point;
  p.y_zero_point = (int16_t)y.zero_point;
  p.unused = 0;
  p.count = mote_lower_elements(l);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static mote_status lower_s16(mote_lowering *l) {
  return mote_lower_lookup_s16(l, mote_rsqrtf);
}

/* io[]: x, y (and the table) */
static mote_status run_s8(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_rsqrt_params *p = params;
  if (mote_find_below_s8(p->count, io[0], (int8_t)p->x_zero_point)) {
    return MOTE_DATA;
  }
  mote_rsqrt_s8(p, p->count, io[0], io[1]);
  return MOTE_OK;
}

static mote_status run_s16(const void *params, void *const *io, mote_instance *instance) {
  const mote_unary_params *p = params;
  return mote_find_below_s16(p->count, io[0], 0) ? MOTE_DATA : mote_run_lookup_s16(params, io, instance);
}

MOTE_UNARY_RUN(run_f32, mote_rsqrt_f32)

MOTE_KERNEL(rsqrt_s8, op, MOTE_TYPES(MOTE_INT8, MOTE_NONE, MOTE_NONE, MOTE_INT8), mote_rsqrt_params, 0, lower_s8,
            run_s8);
MOTE_KERNEL(rsqrt_s16, op, MOTE_TYPES(MOTE_INT16, MOTE_NONE, MOTE_NONE, MOTE_INT16), mote_unary_params, 1, lower_s16,
            run_s16);
MOTE_UNARY_DESCRIPTOR(rsqrt_f32, op, MOTE_FLOAT32, run_f32);
