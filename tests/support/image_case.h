/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of kernels on images share: images with gaps, rows in pieces, ring buffers of rows. */
#ifndef MOTE_TESTS_SUPPORT_IMAGE_CASE_H
#define MOTE_TESTS_SUPPORT_IMAGE_CASE_H

#include "kernel_case.h"
#include "ops/common/image.h"

/* An image with all rows in memory, now and then with gaps between its pixels or rows. */
mote_image test_image(uint64_t *seed, int32_t height, int32_t width, int32_t channels, int32_t element_bytes);
int32_t test_image_bytes(const mote_image *image);

/* The output size of a window of so many elements over `size`, SAME or VALID as chance has it, and its padding. */
int32_t test_window_size(uint64_t *seed, int32_t size, int32_t extent, int32_t stride, int16_t *pad);

/* Fills a buffer with integers of `element_bytes` from `low` to `high`, or with floats. */
void test_fill_integers(uint64_t *seed, const test_buffer *b, int32_t element_bytes, int32_t low, int32_t high);
void test_fill_floats(uint64_t *seed, const test_buffer *b);
/* A random number of bytes off an 8-byte boundary, a multiple of `alignment`. */
size_t test_misalignment(uint64_t *seed, int32_t alignment);

/* A kernel with all its operands but the images. */
typedef struct test_image_kernel {
  const void *context;
  /* Computes rows of y; the images may be rings. */
  void (*run)(const void *context, const mote_image *x_image, const mote_image *y_image, mote_rows rows, const void *x,
              void *y);
  /* The rows of x that row `row` of y needs; first and end never decrease from row to row. */
  mote_rows (*needed)(const void *context, int32_t row);
  mote_image x_image, y_image;
  const uint8_t *x;
  int32_t y_element_bytes;
} test_image_kernel;

/*
 * Runs the kernel on the whole image, in pieces, and row by row in rings as small as can be. Returns how it was run when
 * the output was not `expected` or something else was touched, otherwise NULL. Bytes of `expected` between pixels and
 * rows hold the pattern of test_buffer_new_guarded().
 */
const char *test_image_ways(const test_image_kernel *kernel, uint64_t *seed, const test_buffer *expected);

#endif
