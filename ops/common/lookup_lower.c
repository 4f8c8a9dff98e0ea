/* SPDX-License-Identifier: Apache-2.0 */
#include "lookup.h"
#include "scale.h"

static mote_status check(mote_lowering *l, mote_tensor *x, mote_tensor *y) {
  mote_lower_input(l, 0, x);
  mote_lower_output(l, 0, y);
  MOTE_TRY(mote_check_per_tensor(l, x));
  MOTE_TRY(mote_check_per_tensor(l, y));
  return mote_lower_unary(l);
}

mote_status mote_lower_lookup_s8(mote_lowering *l, mote_float_function *function) {
  mote_tensor x, y;
  MOTE_TRY(check(l, &x, &y));
  int8_t *table = mote_lower_alloc(l, 0, MOTE_LUT_S8_COUNT);
  if (table) {
    mote_lut_fill_s8(x.scale[0], x.zero_point, y.scale[0], y.zero_point, function, table);
  }
  return MOTE_OK;
}

mote_status mote_lower_lookup_s16(mote_lowering *l, mote_float_function *function) {
  mote_tensor x, y;
  MOTE_TRY(check(l, &x, &y));
  MOTE_TRY(mote_check_zero_point(l, &x, 0));
  MOTE_TRY(mote_check_zero_point(l, &y, 0));
  int16_t *table = mote_lower_alloc(l, 0, MOTE_LUT_S16_COUNT * sizeof *table);
  if (table) {
    mote_lut_fill_s16(x.scale[0], x.zero_point, y.scale[0], y.zero_point, function, table);
  }
  return MOTE_OK;
}

void mote_lower_table(mote_lowering *l, int32_t count) {
  if (count >= MOTE_TABLE_FROM) {
    mote_lower_scratch(l, 0, MOTE_TABLE_BYTES);
  }
}

/* io[]: x, y, table */
mote_status mote_run_lookup_s8(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_unary_params *p = params;
  mote_lookup_s8(p->count, io[2], io[0], io[1]);
  return MOTE_OK;
}

mote_status mote_run_lookup_s16(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_unary_params *p = params;
  mote_lookup_s16(p->count, io[2], io[0], io[1]);
  return MOTE_OK;
}
