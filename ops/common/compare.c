/* SPDX-License-Identifier: Apache-2.0 */
#include "compare.h"

#include "scale.h"

mote_status mote_lower_compare_quantized(mote_lowering *l) {
  mote_tensor a, b;
  mote_real scale;
  int8_t a_shift, b_shift;
  mote_compare_params p;
  mote_lower_input(l, 0, &a);
  mote_lower_input(l, 1, &b);
  MOTE_TRY(mote_check_per_tensor(l, &a));
  MOTE_TRY(mote_check_per_tensor(l, &b));
  mote_scale_of(&scale, &a);
  MOTE_TRY(mote_lower_multiplier(l, &a, &scale, 30 - 9 - MOTE_COMPARE_BITS, &p.a_multiplier, &a_shift));
  mote_scale_of(&scale, &b);
  MOTE_TRY(mote_lower_multiplier(l, &b, &scale, 30 - 9 - MOTE_COMPARE_BITS, &p.b_multiplier, &b_shift));
  p.a_shift = a_shift;
  p.b_shift = b_shift;
  p.a_zero_point = (int16_t)a.zero_point;
  p.b_zero_point = (int16_t)b.zero_point;
  mote_lower_broadcast(l, &p.shape);
  mote_lower_params(l, &p);
  return MOTE_OK;
}
