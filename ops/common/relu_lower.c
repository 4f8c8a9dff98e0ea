/* SPDX-License-Identifier: Apache-2.0 */
#include "relu.h"

#include "saturate.h"

mote_status mote_lower_relu_quantized(mote_lowering *l, int32_t low, int32_t high) {
  mote_rescale_params p;
  mote_requant q;
  mote_tensor y;
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_lower_rescale(l, MOTE_RATIO_FLOAT, &p));
  MOTE_TRY(mote_lower_activation(l, &y, low, &q));
  p.min = q.min;
  MOTE_TRY(mote_lower_activation(l, &y, high, &q));
  p.max = q.max;
  mote_lower_rescale_params(l, &p);
  return MOTE_OK;
}

mote_status mote_lower_relu_f32(mote_lowering *l, int32_t low, int32_t high) {
  mote_relu_f32_params p;
  float ignored;
  mote_float_activation(low, &p.min, &ignored);
  mote_float_activation(high, &ignored, &p.max);
  if (high == MOTE_ACT_NONE) {
    p.max = mote_float_from_bits(0x7F800000u); /* unlike a fused activation, this one lets infinity pass */
  }
  p.count = mote_lower_elements(l);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

mote_status mote_run_relu_f32(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_relu_f32_params *p = params;
  mote_clamp_f32(p->count, p->min, p->max, io[0], io[1]);
  return MOTE_OK;
}
