/* SPDX-License-Identifier: Apache-2.0 */
#include "unary.h"

int32_t mote_lower_elements(mote_lowering *l) {
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  l->in_place = y.bytes <= x.bytes;
  return (int32_t)mote_shape_count(&x.shape);
}

mote_status mote_lower_unary(mote_lowering *l) {
  mote_unary_params p;
  p.count = mote_lower_elements(l);
  mote_lower_params(l, &p);
  return MOTE_OK;
}
