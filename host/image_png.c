/* SPDX-License-Identifier: Apache-2.0 */
#include "image_formats.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

/* All that a jump out of libpng must not lose is in here. */
typedef struct {
  png_structp png;
  png_infop info;
  const uint8_t *bytes;
  size_t left;
  uint8_t **rows;
  mote_array *image;
  mote_host_error *error;
} png_reader;

static void on_error(png_structp png, png_const_charp text) {
  png_reader *reader = png_get_error_ptr(png);
  mote_host_set_error(reader->error, "damaged PNG: %s", text);
  png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

static void on_read(png_structp png, png_bytep to, size_t bytes) {
  png_reader *reader = png_get_io_ptr(png);
  if (bytes > reader->left) {
    png_error(png, "the file is truncated");
  }
  memcpy(to, reader->bytes, bytes);
  reader->bytes += bytes;
  reader->left -= bytes;
}

/* Asks for 8-bit grey or RGB whatever the file has. */
static void set_transformations(png_reader *reader) {
  png_set_expand(reader->png);
  png_set_scale_16(reader->png);
  png_set_strip_alpha(reader->png);
  png_set_interlace_handling(reader->png);
  png_read_update_info(reader->png, reader->info);
}

static bool make_rows(png_reader *reader) {
  size_t height = png_get_image_height(reader->png, reader->info);
  size_t width = png_get_image_width(reader->png, reader->info);
  size_t channels = png_get_channels(reader->png, reader->info);
  if (!mote_image_create(reader->image, height, width, channels, reader->error)) {
    return false;
  }
  reader->rows = mote_host_alloc(height, sizeof *reader->rows, reader->error);
  for (size_t y = 0; reader->rows && y < height; y++) {
    reader->rows[y] = (uint8_t *)reader->image->data + y * width * channels;
  }
  return reader->rows != NULL;
}

static bool decode(png_reader *reader) {
  if (setjmp(png_jmpbuf(reader->png))) {
    return false;
  }
  png_set_user_limits(reader->png, MOTE_IMAGE_MAX_SIDE, MOTE_IMAGE_MAX_SIDE);
  png_set_crc_action(reader->png, PNG_CRC_ERROR_QUIT, PNG_CRC_DEFAULT);
  png_set_read_fn(reader->png, reader, on_read);
  png_read_info(reader->png, reader->info);
  set_transformations(reader);
  if (!make_rows(reader)) {
    return false;
  }
  png_read_image(reader->png, reader->rows);
  png_read_end(reader->png, NULL);
  return true;
}

bool mote_image_png(const uint8_t *bytes, size_t size, mote_array *image, mote_host_error *error) {
  png_reader reader = {.bytes = bytes, .left = size, .image = image, .error = error};
  reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader, on_error, on_warning);
  reader.info = reader.png ? png_create_info_struct(reader.png) : NULL;
  bool ok = reader.info ? decode(&reader) : MOTE_HOST_FAIL(error, "out of memory");
  png_destroy_read_struct(&reader.png, &reader.info, NULL);
  free(reader.rows);
  return ok;
}
