/* SPDX-License-Identifier: Apache-2.0 */
#include "scale.h"

void mote_scale_of(mote_real *r, const mote_tensor *t) {
  mote_real_from_float(r, mote_float_bits(t->scale[0]));
}

void mote_scale_ratio(mote_real *r, const mote_tensor *x, const mote_tensor *y) {
  mote_real divisor;
  mote_scale_of(r, x);
  mote_scale_of(&divisor, y);
  mote_real_div(r, r, &divisor);
}

mote_status mote_lower_multiplier(mote_lowering *l, const mote_tensor *t, const mote_real *scale, int32_t max_shift,
                                  int32_t *multiplier, int8_t *shift) {
  int bits;
  bool fits = mote_real_quantize(scale, multiplier, &bits);
  MOTE_CHECK(l, fits && bits <= max_shift, MOTE_QUANTIZATION, t, max_shift, bits,
             "the scales of the operator's tensors differ too much");
  *shift = (int8_t)bits;
  return MOTE_OK;
}

mote_status mote_check_zero_point(mote_lowering *l, const mote_tensor *t, int32_t zero_point) {
  MOTE_CHECK(l, t->zero_point == zero_point, MOTE_QUANTIZATION, t, zero_point, t->zero_point,
             "the operator needs another zero point here");
  return MOTE_OK;
}

void mote_type_range(mote_type type, int32_t *min, int32_t *max) {
  *min = type == MOTE_INT8 ? INT8_MIN : type == MOTE_INT16 ? INT16_MIN : type == MOTE_INT32 ? INT32_MIN : 0;
  *max = type == MOTE_INT8 ? INT8_MAX : type == MOTE_INT16 ? INT16_MAX : type == MOTE_INT32 ? INT32_MAX : UINT8_MAX;
}
