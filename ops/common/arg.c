/* SPDX-License-Identifier: Apache-2.0 */
#include "arg.h"

#include "index.h"

mote_status mote_infer_arg(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  uint32_t axis;
  mote_lower_input(l, 0, &x);
  MOTE_TRY(mote_lower_axis_input(l, 1, x.shape.rank, &axis));
  shape->rank = 0;
  for (uint32_t d = 0; d < x.shape.rank; d++) {
    if (d != axis) {
      shape->dims[shape->rank++] = x.shape.dims[d];
    }
  }
  return MOTE_OK;
}

mote_status mote_lower_arg(mote_lowering *l) {
  mote_arg_params p;
  mote_tensor x, y;
  uint32_t axis;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_CHECK(l, y.type == MOTE_INT32 || y.type == MOTE_INT64, MOTE_TYPE, &y, MOTE_INT32, y.type,
             "the output must be int32 or int64");
  MOTE_TRY(mote_lower_axis_input(l, 1, x.shape.rank, &axis));
  mote_lower_reduced(l, &x.shape, 1u << axis, &p.shape);
  p.y_words = y.type == MOTE_INT64 ? 2 : 1;
  mote_lower_params(l, &p);
  return MOTE_OK;
}
