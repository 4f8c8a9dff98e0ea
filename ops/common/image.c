/* SPDX-License-Identifier: Apache-2.0 */
#include "image.h"

mote_image mote_lower_image(const mote_tensor *t) {
  mote_image image;
  image.height = t->shape.dims[1];
  image.width = t->shape.dims[2];
  image.channels = t->shape.dims[3];
  image.pixel_bytes = (int32_t)mote_type_bytes(t->type, (uint32_t)image.channels);
  image.row_bytes = image.width * image.pixel_bytes;
  image.ring = image.height;
  return image;
}

/* One axis: returns the output size, 0 when the window does not fit; sets the padding before the image. */
static int32_t slide(int32_t size, int32_t window, int32_t stride, int32_t dilation, int32_t padding, int16_t *pad) {
  int32_t extent = (window - 1) * dilation + 1;
  int32_t out = padding == MOTE_PADDING_SAME ? (size + stride - 1) / stride : (size - extent + stride) / stride;
  int32_t total = (out - 1) * stride + extent - size;
  *pad = (int16_t)(total > 0 ? total / 2 : 0);
  return size < extent && padding == MOTE_PADDING_VALID ? 0 : out;
}

mote_status mote_lower_window(mote_lowering *l, const mote_tensor *x, int32_t padding, mote_window *window,
                              int32_t *out_height, int32_t *out_width) {
  /* Within this limit no product of the kernels' index arithmetic leaves 32 bits. */
  const int32_t limit = INT16_MAX;
  int32_t extent_h = (window->height - 1) * window->dilation_h + 1;
  int32_t extent_w = (window->width - 1) * window->dilation_w + 1;
  MOTE_CHECK(l, extent_h <= limit && extent_w <= limit, MOTE_TOO_LARGE, x, limit,
             extent_h > extent_w ? extent_h : extent_w, "the window with its dilation is too large");
  MOTE_CHECK(l, x->shape.dims[1] <= limit && x->shape.dims[2] <= limit, MOTE_TOO_LARGE, x, limit, x->shape.dims[1],
             "the image is too high or too wide");
  *out_height = slide(x->shape.dims[1], window->height, window->stride_h, window->dilation_h, padding, &window->pad_top);
  *out_width = slide(x->shape.dims[2], window->width, window->stride_w, window->dilation_w, padding, &window->pad_left);
  MOTE_CHECK(l, *out_height > 0, MOTE_SHAPE, x, extent_h, x->shape.dims[1], "the window is higher than the image");
  MOTE_CHECK(l, *out_width > 0, MOTE_SHAPE, x, extent_w, x->shape.dims[2], "the window is wider than the image");
  return MOTE_OK;
}
