/* SPDX-License-Identifier: Apache-2.0 */

#include "lookup.h"
#include "scale.h"
#include "sigmoid.h"

static mote_status check_output(mote_lowering *l, const mote_tensor *y, int32_t log2_scale, int32_t zero_point) {
  int log2;
  MOTE_TRY(mote_check_per_tensor(l, y));
  MOTE_TRY(mote_check_zero_point(l, y, zero_point));
  MOTE_CHECK(l, mote_checked_log2(mote_float_bits(y->scale[0]), &log2) && log2 == log2_scale, MOTE_QUANTIZATION, y, 0,
             mote_float_bits(y->scale[0]), "the operator's output needs the scale of its range, a power of two");
  return MOTE_OK;
}

mote_status mote_lower_sigmoid_s8(mote_lowering *l, int32_t y_log2_scale, int32_t y_zero_point) {
  enum { INTEGER_BITS = 4, LIMIT = 15, MAX_RADIUS = 256 };
  mote_sigmoid_s8_params p;
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(check_output(l, &y, y_log2_scale, y_zero_point));
  mote_real scale;
  int shift;
  mote_scale_of(&scale, &x);
  scale.exponent += 31 - INTEGER_BITS;
  mote_real_quantize(&scale, &p.multiplier, &shift); /* where it fails, only the zero point is within the radius */
  int32_t radius = shift < 0 ? MAX_RADIUS : LIMIT << (31 - INTEGER_BITS) >> shift;
  p.shift = (int16_t)shift;
  p.x_zero_point = (int16_t)x.zero_point;
  p.radius = (int16_t)(radius < MAX_RADIUS ? radius : MAX_RADIUS);
  p.unused = 0;
  p.count = mote_lower_elements(l);
  mote_lower_table(l, p.count);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

mote_status mote_lower_sigmoid_s16(mote_lowering *l, int32_t max_left) {
  mote_sigmoid_s16_params p;
  mote_tensor x, y;
  int log2;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_per_tensor(l, &x));
  MOTE_TRY(mote_check_zero_point(l, &x, 0));
  MOTE_TRY(check_output(l, &y, -15, 0));
  bool is_power = mote_checked_log2(mote_float_bits(x.scale[0]), &log2);
  if (is_power && log2 >= -12 && log2 <= max_left - 12) {
    p.multiplier = (int16_t)(3 << (log2 + 12));
    p.shift = 0;
  } else { /* the largest multiplier below 2^15 with its shift, cut to a whole number */
    mote_real scale, three, half_limit;
    mote_real_from_int(&three, 3);
    mote_real_from_int(&half_limit, INT16_MAX);
    half_limit.exponent--;
    mote_scale_of(&scale, &x);
    scale.exponent += 12;
    mote_real_mul(&scale, &scale, &three);
    for (p.shift = 0; p.shift <= 30 && mote_real_compare(&scale, &half_limit) <= 0; p.shift++) {
      scale.exponent++;
    }
    int32_t multiplier = mote_real_truncate(&scale);
    MOTE_CHECK(l, multiplier <= INT16_MAX, MOTE_QUANTIZATION, &x, INT16_MAX, multiplier,
               "the input's scale is too large for this operator");
    p.multiplier = (int16_t)multiplier;
  }
  p.count = mote_lower_elements(l);
  mote_lower_params(l, &p);
  return MOTE_OK;
}
