/* SPDX-License-Identifier: Apache-2.0 */
#include "image.h"

/* Within these limits no product of the kernels' index arithmetic leaves 32 bits. */
enum { MAX_SIZE = UINT16_MAX, MAX_EXTENT = INT16_MAX, MAX_ELEMENTS = 1 << 26 };

static mote_status check_image(mote_lowering *l, const mote_tensor *t) {
  MOTE_CHECK(l, t->shape.rank == 4, MOTE_SHAPE, t, 4, t->shape.rank,
             "an image must be batch × height × width × channels");
  for (uint32_t d = 1; d < 4; d++) {
    MOTE_CHECK(l, t->shape.dims[d] <= MAX_SIZE, MOTE_TOO_LARGE, t, MAX_SIZE, t->shape.dims[d],
               "the image has too many rows, columns or channels");
  }
  return MOTE_OK;
}

mote_status mote_lower_image(mote_lowering *l, const mote_tensor *t, mote_image *image) {
  MOTE_TRY(check_image(l, t));
  image->height = (uint16_t)t->shape.dims[1];
  image->width = (uint16_t)t->shape.dims[2];
  image->channels = (uint16_t)t->shape.dims[3];
  image->ring = image->height;
  image->pixel_bytes = (int32_t)mote_type_bytes(t->type, image->channels);
  image->row_bytes = image->width * image->pixel_bytes;
  return MOTE_OK;
}

mote_status mote_lower_filter(mote_lowering *l, const mote_tensor *w, mote_window *window) {
  MOTE_CHECK(l, w->shape.rank == 4, MOTE_SHAPE, w, 4, w->shape.rank,
             "the weights of a convolution have four dimensions");
  for (uint32_t d = 1; d < 3; d++) {
    MOTE_CHECK(l, w->shape.dims[d] > 0, MOTE_SHAPE, w, 1, 0, "the window is empty");
    MOTE_CHECK(l, w->shape.dims[d] <= MAX_EXTENT, MOTE_TOO_LARGE, w, MAX_EXTENT, w->shape.dims[d],
               "the window is too large");
  }
  window->height = (int16_t)w->shape.dims[1];
  window->width = (int16_t)w->shape.dims[2];
  return MOTE_OK;
}

/* One axis: returns the output size, 0 when the window does not fit; sets the padding before the image. */
static int32_t slide(int32_t size, int32_t extent, int32_t stride, int32_t padding, int16_t *pad) {
  int32_t out = padding == MOTE_PADDING_SAME ? (size + stride - 1) / stride : (size - extent + stride) / stride;
  int32_t total = (out - 1) * stride + extent - size;
  *pad = (int16_t)(total > 0 ? total / 2 : 0);
  return size < extent && padding == MOTE_PADDING_VALID ? 0 : out;
}

/*
 * How far a window of `size` rows or columns reaches, each of so many elements: the kernels multiply the two. The dilation
 * of a single one means nothing, and becomes 1.
 */
static mote_status check_extent(mote_lowering *l, const mote_tensor *x, int32_t size, int16_t *dilation,
                                uint32_t elements, int32_t *extent) {
  *dilation = size == 1 ? 1 : *dilation;
  *extent = (size - 1) * *dilation + 1;
  const uint32_t limit = elements > MAX_ELEMENTS / MAX_EXTENT ? MAX_ELEMENTS / elements : MAX_EXTENT;
  MOTE_CHECK(l, (uint32_t)*extent <= limit, MOTE_TOO_LARGE, x, limit, *extent,
             "the window with its dilation is too large");
  return MOTE_OK;
}

mote_status mote_lower_window(mote_lowering *l, const mote_tensor *x, int32_t padding, mote_window *window,
                              int32_t *out_height, int32_t *out_width) {
  int32_t extent_h, extent_w;
  MOTE_TRY(check_image(l, x));
  const uint32_t row = mote_shape_product(&x->shape, 2, 4), column = mote_shape_product(&x->shape, 3, 4);
  MOTE_TRY(check_extent(l, x, window->height, &window->dilation_h, row, &extent_h));
  MOTE_TRY(check_extent(l, x, window->width, &window->dilation_w, column, &extent_w));
  *out_height = slide(x->shape.dims[1], extent_h, window->stride_h, padding, &window->pad_top);
  *out_width = slide(x->shape.dims[2], extent_w, window->stride_w, padding, &window->pad_left);
  MOTE_CHECK(l, *out_height > 0, MOTE_SHAPE, x, extent_h, x->shape.dims[1], "the window is higher than the image");
  MOTE_CHECK(l, *out_width > 0, MOTE_SHAPE, x, extent_w, x->shape.dims[2], "the window is wider than the image");
  return MOTE_OK;
}
