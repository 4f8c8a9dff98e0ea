/* SPDX-License-Identifier: Apache-2.0 */
#include "pad.h"

#include "fill.h"

void mote_pad(const mote_pad_params *p, const mote_strided_axis *axes, const void *x, const void *value, void *y) {
  mote_fill(p->count, p->element_bytes, value, y);
  mote_strided_copy(&p->inside, axes, x, y);
}

mote_status mote_lower_paddings(mote_lowering *l, const mote_tensor *x, mote_tensor *paddings) {
  mote_lower_input(l, 1, paddings);
  MOTE_CHECK(l, paddings->type == MOTE_INT32 || paddings->type == MOTE_INT64, MOTE_TYPE, paddings, MOTE_INT32,
             paddings->type, "the paddings must be int32 or int64");
  uint32_t count = mote_shape_count(&paddings->shape);
  MOTE_CHECK(l, paddings->is_constant && count == 2 * x->shape.rank, MOTE_CONSTANT, paddings, 2 * x->shape.rank, count,
             "the paddings must be constant, two for each dimension");
  for (uint32_t i = 0; i < count; i++) {
    int32_t pad = mote_constant_int(paddings, i);
    MOTE_CHECK(l, pad >= 0 && pad <= INT32_MAX / 4, MOTE_OPTION, paddings, 0, pad,
               "a padding is negative or too large");
  }
  return MOTE_OK;
}

mote_status mote_infer_pad(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x, paddings;
  mote_lower_input(l, 0, &x);
  MOTE_TRY(mote_lower_paddings(l, &x, &paddings));
  *shape = x.shape;
  for (uint32_t d = 0; d < shape->rank; d++) {
    shape->dims[d] += mote_constant_int(&paddings, 2 * d) + mote_constant_int(&paddings, 2 * d + 1);
  }
  return MOTE_OK;
}

mote_status mote_lower_pad(mote_lowering *l) {
  mote_tensor x, paddings, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_check_movable(l, &x, &y));
  MOTE_TRY(mote_lower_paddings(l, &x, &paddings));
  mote_pad_params p = {.count = mote_shape_count(&y.shape), .element_bytes = mote_type_bytes(x.type, 1)};
  p.value = y.scale_count > 0 ? y.zero_point : 0;
  mote_strides from = mote_dense_strides(&x), to = mote_dense_strides(&y);
  for (uint32_t d = 0; d < x.shape.rank; d++) {
    p.inside.y_start += mote_constant_int(&paddings, 2 * d) * to.bytes[d];
  }
  mote_lower_strided(l, 0, &x.shape, &from, &to, p.element_bytes, &p.inside);
  mote_lower_params(l, &p);
  return MOTE_OK;
}
