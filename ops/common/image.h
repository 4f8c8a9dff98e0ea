/* SPDX-License-Identifier: Apache-2.0 */
/* Images and the windows that slide over them: what convolutions, pooling and resizing have in common. */
#ifndef MOTE_OPS_COMMON_IMAGE_H
#define MOTE_OPS_COMMON_IMAGE_H

#include "lowering.h"

/*
 * One image (a batch of one) in memory. Row y stands at base + (y mod ring) * row_bytes: with ring == height the whole
 * image is there, with less the kernel works on a ring buffer of rows. Pixel x of a row at x * pixel_bytes.
 */
typedef struct mote_image {
  uint16_t height, width, channels;
  uint16_t ring;
  int32_t row_bytes, pixel_bytes;
} mote_image;

/* Output pixel (y, x) sees input rows y * stride_h - pad_top + k * dilation_h for k in [0, height). */
typedef struct mote_window {
  int16_t height, width;
  int16_t stride_h, stride_w;
  int16_t dilation_h, dilation_w;
  int16_t pad_top, pad_left;
} mote_window;

/* Where row y of the image stands, relative to its base. */
static inline int32_t mote_image_row(const mote_image *image, int32_t y) {
  while (y >= image->ring) { /* no modulo: a division costs more than the few turns */
    y -= image->ring;
  }
  return y * image->row_bytes;
}

/* The part of the window, [first, end) in elements of the kernel, that lies in the image along one axis. */
typedef struct mote_span {
  int32_t first, end;
} mote_span;

static inline mote_span mote_window_span(int32_t origin, int32_t size, int32_t dilation, int32_t limit) {
  mote_span span = {0, size};
  while (span.first < size && origin + span.first * dilation < 0) {
    span.first++;
  }
  while (span.end > span.first && origin + (span.end - 1) * dilation >= limit) {
    span.end--;
  }
  return span;
}

/* The dense image of a tensor batch × height × width × channels. Fails on other ranks and beyond 65535 of anything. */
mote_status mote_lower_image(mote_lowering *l, const mote_tensor *t, mote_image *image);

/* Height and width of the window from dimensions 1 and 2 of the weights, which must have rank 4. */
mote_status mote_lower_filter(mote_lowering *l, const mote_tensor *w, mote_window *window);

/*
 * Output height and width of a window over the image `x` of rank 4, SAME or VALID, into `*out_height`, `*out_width`;
 * sets the padding of the window, whose size, stride and dilation are given. Fails when nothing is left.
 */
mote_status mote_lower_window(mote_lowering *l, const mote_tensor *x, int32_t padding, mote_window *window,
                              int32_t *out_height, int32_t *out_width);

#endif
