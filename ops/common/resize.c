/* SPDX-License-Identifier: Apache-2.0 */
#include "resize.h"

mote_status mote_infer_resize(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x, size;
  mote_lower_input(l, 0, &x);
  mote_lower_input(l, 1, &size);
  MOTE_CHECK(l, x.shape.rank == 4, MOTE_SHAPE, &x, 4, x.shape.rank, "the input must have rank 4");
  MOTE_CHECK(l, size.is_constant && mote_shape_count(&size.shape) == 2, MOTE_CONSTANT, &size, 2,
             mote_shape_count(&size.shape), "the size must be two constants");
  *shape = x.shape;
  for (uint32_t i = 0; i < 2; i++) {
    int32_t value = mote_constant_int(&size, i);
    MOTE_CHECK(l, value > 0, MOTE_SHAPE, &size, 1, value, "the size must be positive");
    shape->dims[1 + i] = value;
  }
  return MOTE_OK;
}

mote_status mote_lower_resize(mote_lowering *l, bool align_corners, bool half_pixel_centers, mote_resize_geometry *g) {
  mote_tensor x, y;
  mote_lower_input(l, 0, &x);
  mote_lower_output(l, 0, &y);
  MOTE_CHECK(l, !(align_corners && half_pixel_centers), MOTE_OPTION, NULL, 0, 1,
             "align_corners and half_pixel_centers exclude each other");
  MOTE_CHECK(l, x.type == y.type && x.type != MOTE_INT4, MOTE_TYPE, &y, x.type, y.type,
             "the output's type is not the input's");
  g->batches = x.shape.dims[0];
  MOTE_TRY(mote_lower_image(l, &x, &g->x));
  return mote_lower_image(l, &y, &g->y);
}

mote_resize_ratio mote_resize_steps(int32_t x_size, int32_t y_size, bool align_corners) {
  int32_t less = align_corners && y_size > 1 ? 1 : 0;
  mote_resize_ratio ratio = {x_size - less, y_size - less};
  return ratio;
}
