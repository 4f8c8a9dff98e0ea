/* SPDX-License-Identifier: Apache-2.0 */
#include "image_case.h"

#include <string.h>

mote_image test_image(uint64_t *seed, int32_t height, int32_t width, int32_t channels, int32_t element_bytes) {
  int32_t pixel_gap = test_random(seed, 0, 3) == 0 ? test_random(seed, 1, 5) : 0;
  int32_t row_gap = test_random(seed, 0, 3) == 0 ? test_random(seed, 1, 5) : 0;
  mote_image image = {(uint16_t)height, (uint16_t)width, (uint16_t)channels, (uint16_t)height, 0, 0};
  image.pixel_bytes = (channels + pixel_gap) * element_bytes;
  image.row_bytes = width * image.pixel_bytes + row_gap * element_bytes;
  return image;
}

int32_t test_image_bytes(const mote_image *image) {
  return image->height * image->row_bytes;
}

int32_t test_window_size(uint64_t *seed, int32_t size, int32_t extent, int32_t stride, int16_t *pad) {
  bool same = size < extent || test_random(seed, 0, 1) != 0;
  int32_t out = same ? (size + stride - 1) / stride : (size - extent) / stride + 1;
  int32_t total = (out - 1) * stride + extent - size;
  *pad = (int16_t)(same && total > 0 ? total / 2 : 0);
  return out;
}

void test_fill_integers(uint64_t *seed, const test_buffer *b, int32_t element_bytes, int32_t low, int32_t high) {
  test_fill how = (test_fill)test_random(seed, 0, 2 * TEST_FILL_COUNT);
  for (size_t i = 0; i < b->bytes / (size_t)element_bytes; i++) {
    int64_t value = test_value(seed, how, i, low, high);
    memcpy(b->data + i * (size_t)element_bytes, &value, (size_t)element_bytes);
  }
}

void test_fill_floats(uint64_t *seed, const test_buffer *b) {
  for (size_t i = 0; i < b->bytes / 4; i++) {
    float value = test_float(seed);
    memcpy(b->data + 4 * i, &value, sizeof value);
  }
}

size_t test_misalignment(uint64_t *seed, int32_t alignment) {
  return (size_t)(test_random(seed, 0, 7) / alignment * alignment);
}

static void run(const test_image_kernel *k, mote_rows rows, void *y) {
  k->run(k->context, &k->x_image, &k->y_image, rows, k->x, y);
}

static void run_in_pieces(const test_image_kernel *k, uint64_t *seed, uint8_t *y) {
  int32_t height = k->y_image.height;
  int32_t middle = test_random(seed, 0, height), last = test_random(seed, middle, height);
  run(k, (mote_rows){last, height}, y);
  run(k, (mote_rows){0, middle}, y);
  for (int32_t row = middle; row < last; row++) {
    run(k, (mote_rows){row, row + 1}, y);
  }
}

static int32_t ring_rows(const test_image_kernel *k) {
  int32_t ring = 1;
  for (int32_t row = 0; row < k->y_image.height; row++) {
    mote_rows needed = k->needed(k->context, row);
    ring = needed.end - needed.first > ring ? needed.end - needed.first : ring;
  }
  return ring;
}

/* Each row of y into a buffer of its own. */
static bool run_in_rings(const test_image_kernel *k, uint8_t *y) {
  mote_image x_image = k->x_image, y_image = k->y_image;
  bool intact = true;
  x_image.ring = (uint16_t)ring_rows(k);
  y_image.ring = 1;
  test_buffer x = test_buffer_new((size_t)(x_image.ring * x_image.row_bytes), 0);
  test_buffer out = test_buffer_new_guarded((size_t)y_image.row_bytes, 0);
  for (int32_t row = 0, next = 0; row < y_image.height; row++) {
    for (; next < k->needed(k->context, row).end; next++) {
      memcpy(x.data + next % x_image.ring * x_image.row_bytes, k->x + next * x_image.row_bytes,
             (size_t)x_image.row_bytes);
    }
    memcpy(out.data, y + row * y_image.row_bytes, (size_t)y_image.row_bytes);
    k->run(k->context, &x_image, &y_image, (mote_rows){row, row + 1}, x.data, out.data);
    memcpy(y + row * y_image.row_bytes, out.data, (size_t)y_image.row_bytes);
    intact = test_buffer_intact(&out) && intact;
  }
  test_buffer_free(&x);
  test_buffer_free(&out);
  return intact;
}

const char *test_image_ways(const test_image_kernel *k, uint64_t *seed, const test_buffer *expected) {
  static const char *const ways[] = {"whole", "in pieces", "in rings"};
  const char *wrong = NULL;
  for (int32_t way = 0; way < 3 && wrong == NULL; way++) {
    bool intact = true;
    test_buffer y = test_buffer_new_guarded(expected->bytes, test_misalignment(seed, k->y_element_bytes));
    if (way == 0) {
      run(k, (mote_rows){0, k->y_image.height}, y.data);
    } else if (way == 1) {
      run_in_pieces(k, seed, y.data);
    } else {
      intact = run_in_rings(k, y.data);
    }
    intact = intact && test_buffer_intact(&y) && memcmp(y.data, expected->data, y.bytes) == 0;
    wrong = intact ? NULL : ways[way];
    test_buffer_free(&y);
  }
  return wrong;
}
