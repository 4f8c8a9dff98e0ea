/* SPDX-License-Identifier: Apache-2.0 */
#include "rescale.h"

#include "lookup.h"
#include "unary.h"

mote_status mote_lower_rescale(mote_lowering *l, mote_ratio_form form, mote_rescale_params *p) {
  mote_tensor x, y;
  mote_real scale;
  int8_t shift;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_per_tensor(l, &y));
  mote_scale_ratio(&scale, &x, &y);
  if (form == MOTE_RATIO_FLOAT) {
    mote_real_round_to_float(&scale);
  }
  MOTE_TRY(mote_lower_multiplier(l, &y, &scale, 30, &p->multiplier, &shift));
  mote_type_range(y.type, &p->min, &p->max);
  p->shift = shift;
  p->x_zero_point = (int16_t)x.zero_point;
  p->y_zero_point = (int16_t)y.zero_point;
  p->count = mote_lower_elements(l);
  return MOTE_OK;
}

void mote_lower_rescale_params(mote_lowering *l, const mote_rescale_params *p) {
  mote_tensor x, y;
  int32_t min, max;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  mote_type_range(y.type, &min, &max);
  l->view = x.type == y.type && mote_rescale_keeps_scale(p) && p->min <= min && p->max >= max;
  if (!l->view && mote_type_bytes(x.type, 1) == 1 && mote_type_bytes(y.type, 1) == 1) {
    mote_lower_table(l, p->count);
  }
  mote_lower_params(l, p);
}
