/* SPDX-License-Identifier: Apache-2.0 */
#include "image.h"

#include "image_formats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const struct {
  const char *signature;
  size_t bytes;
  bool (*parse)(const uint8_t *bytes, size_t size, mote_array *image, mote_host_error *error);
} formats[] = {
    {"\x89PNG\r\n\x1a\n", 8, mote_image_png},
    {"\xff\xd8\xff", 3, mote_image_jpeg},
    {"BM", 2, mote_image_bmp},
};
enum { FORMAT_COUNT = sizeof formats / sizeof formats[0] };

static size_t find_format(const void *bytes, size_t size) {
  size_t i = 0;
  while (i < FORMAT_COUNT && (size < formats[i].bytes || memcmp(bytes, formats[i].signature, formats[i].bytes) != 0)) {
    i++;
  }
  return i;
}

bool mote_image_recognise(const void *bytes, size_t size) {
  return find_format(bytes, size) < FORMAT_COUNT;
}

bool mote_image_parse(const void *bytes, size_t size, mote_array *image, mote_host_error *error) {
  size_t format = find_format(bytes, size);
  *image = (mote_array){0};
  if (format == FORMAT_COUNT) {
    return MOTE_HOST_FAIL(error, "this is no PNG, JPEG or BMP picture");
  }
  if (formats[format].parse(bytes, size, image, error)) {
    return true;
  }
  mote_array_free(image);
  return false;
}

bool mote_image_create(mote_array *image, size_t height, size_t width, size_t channels, mote_host_error *error) {
  const size_t dims[3] = {height, width, channels};
  if (height == 0 || width == 0) {
    return MOTE_HOST_FAIL(error, "the picture is empty: %zux%zu pixels", width, height);
  }
  if (height > MOTE_IMAGE_MAX_SIDE || width > MOTE_IMAGE_MAX_SIDE || height * width > MOTE_IMAGE_MAX_PIXELS) {
    return MOTE_HOST_FAIL(error, "the picture is too large: %zux%zu pixels; the limits are %d a side and %d in all",
                          width, height, MOTE_IMAGE_MAX_SIDE, MOTE_IMAGE_MAX_PIXELS);
  }
  return mote_array_create(image, MOTE_ARRAY_UINT8, 3, dims, error);
}

bool mote_image_set_channels(const mote_array *image, size_t channels, mote_array *result, mote_host_error *error) {
  *result = (mote_array){0};
  if (channels != 1 && channels != 3) {
    return MOTE_HOST_FAIL(error, "a picture has 1 or 3 channels, not %zu", channels);
  }
  if (!mote_image_create(result, image->dims[0], image->dims[1], channels, error)) {
    return false;
  }
  if (channels == image->dims[2]) {
    memcpy(result->data, image->data, image->bytes);
    return true;
  }
  const uint8_t *from = image->data;
  uint8_t *to = result->data;
  for (size_t pixels = image->dims[0] * image->dims[1]; pixels > 0; pixels--) {
    if (channels == 3) {
      memset(to, from[0], 3);
    } else {
      to[0] = (uint8_t)((19595u * from[0] + 38470u * from[1] + 7471u * from[2] + 32768u) >> 16);
    }
    from += image->dims[2];
    to += channels;
  }
  return true;
}

/* The old pixels along one axis that make up a new one: `count` weights, of sum 1, from `first` on. */
typedef struct {
  size_t first;
  size_t count;
  float *weights;
} resize_window;

typedef struct {
  size_t count; /* windows: new pixels along the axis */
  resize_window *windows;
  float *weights;
} resize_axis;

static void fill_window(resize_window *window, size_t index, double ratio, size_t old_size) {
  double reach = ratio > 1.0 ? ratio : 1.0;
  double centre = ((double)index + 0.5) * ratio;
  double low = floor(centre - reach + 0.5);
  double high = floor(centre + reach + 0.5);
  window->first = low > 0.0 ? (size_t)low : 0;
  window->count = (high < (double)old_size ? (size_t)high : old_size) - window->first;
  double sum = 0.0;
  for (size_t i = 0; i < window->count; i++) {
    double distance = fabs((double)(window->first + i) + 0.5 - centre) / reach;
    double weight = distance < 1.0 ? 1.0 - distance : 0.0;
    window->weights[i] = (float)weight;
    sum += weight;
  }
  for (size_t i = 0; i < window->count; i++) {
    window->weights[i] = (float)(window->weights[i] / sum);
  }
}

static void free_axis(resize_axis *axis) {
  free(axis->windows);
  free(axis->weights);
}

/* After a failure too, free_axis frees what there is. */
static bool make_axis(resize_axis *axis, size_t old_size, size_t new_size, mote_host_error *error) {
  double ratio = (double)old_size / (double)new_size;
  size_t widest = (size_t)(2.0 * (ratio > 1.0 ? ratio : 1.0)) + 2;
  axis->count = new_size;
  axis->windows = mote_host_alloc(new_size, sizeof *axis->windows, error);
  axis->weights = mote_host_alloc(new_size * widest, sizeof *axis->weights, error);
  if (!axis->windows || !axis->weights) {
    return false;
  }
  for (size_t i = 0; i < new_size; i++) {
    axis->windows[i].weights = axis->weights + i * widest;
    fill_window(&axis->windows[i], i, ratio, old_size);
  }
  return true;
}

/* One row of new width, in floats, out of one old row. */
static void resize_row(const uint8_t *from, size_t channels, const resize_axis *axis, float *to) {
  for (size_t x = 0; x < axis->count; x++) {
    const resize_window *window = &axis->windows[x];
    for (size_t c = 0; c < channels; c++) {
      float sum = 0.0f;
      for (size_t i = 0; i < window->count; i++) {
        sum += window->weights[i] * from[(window->first + i) * channels + c];
      }
      *to++ = sum;
    }
  }
}

/* `rows` holds all old rows in their new width, each of `length` floats. */
static void resize_columns(const float *rows, size_t length, const resize_axis *axis, uint8_t *to) {
  for (size_t y = 0; y < axis->count; y++) {
    const resize_window *window = &axis->windows[y];
    for (size_t x = 0; x < length; x++) {
      float sum = 0.0f;
      for (size_t i = 0; i < window->count; i++) {
        sum += window->weights[i] * rows[(window->first + i) * length + x];
      }
      *to++ = (uint8_t)(sum + 0.5f); /* weights sum up to 1: never above 255.5 */
    }
  }
}

static bool resize_both(const mote_array *image, const resize_axis *vertical, const resize_axis *horizontal,
                        uint8_t *to, mote_host_error *error) {
  size_t channels = image->dims[2];
  size_t length = horizontal->count * channels;
  float *rows = mote_host_alloc(image->dims[0] * length, sizeof *rows, error);
  if (!rows) {
    return false;
  }
  for (size_t y = 0; y < image->dims[0]; y++) {
    resize_row((const uint8_t *)image->data + y * image->dims[1] * channels, channels, horizontal, rows + y * length);
  }
  resize_columns(rows, length, vertical, to);
  free(rows);
  return true;
}

bool mote_image_resize(const mote_array *image, size_t height, size_t width, mote_array *result,
                       mote_host_error *error) {
  *result = (mote_array){0};
  resize_axis vertical = {0};
  resize_axis horizontal = {0};
  bool ok = mote_image_create(result, height, width, image->dims[2], error) &&
            make_axis(&vertical, image->dims[0], height, error) &&
            make_axis(&horizontal, image->dims[1], width, error) &&
            resize_both(image, &vertical, &horizontal, result->data, error);
  free_axis(&vertical);
  free_axis(&horizontal);
  if (!ok) {
    mote_array_free(result);
  }
  return ok;
}
