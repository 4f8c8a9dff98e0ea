/* SPDX-License-Identifier: Apache-2.0 */
/* Windows bitmaps: a file header of 14 bytes, an info header of at least 40, the palette, then rows of pixels (bottom
 * row first, unless the height is negative), each padded to 4 bytes. */
#include "image_formats.h"

#include <string.h>

enum { FILE_HEADER_BYTES = 14, INFO_HEADER_BYTES = 40, PALETTE_ENTRIES = 256 };

typedef struct {
  const uint8_t *pixels; /* bottom row first, unless top_down */
  size_t width, height;
  bool top_down;
  unsigned pixel_bits;
  uint64_t row_bytes;
  uint8_t palette[PALETTE_ENTRIES][3]; /* R, G, B; black where the file has no entry */
  size_t channels;
} bmp_picture;

static uint32_t load16(const uint8_t *bytes) {
  return bytes[0] | (uint32_t)bytes[1] << 8;
}

static uint32_t load32(const uint8_t *bytes) {
  return load16(bytes) | load16(bytes + 2) << 16;
}

/* The palette, and whether it is grey throughout. */
static bool read_palette(const uint8_t *entries, size_t count, bmp_picture *picture) {
  bool grey = true;
  for (size_t i = 0; i < count; i++) {
    const uint8_t *entry = entries + 4 * i; /* B, G, R, unused */
    grey = grey && entry[0] == entry[1] && entry[1] == entry[2];
    for (size_t c = 0; c < 3; c++) {
      picture->palette[i][c] = entry[2 - c];
    }
  }
  return grey;
}

static bool read_info(const uint8_t *info, bmp_picture *picture, mote_host_error *error) {
  uint32_t width = load32(info + 4);
  uint32_t height = load32(info + 8);
  uint32_t compression = load32(info + 16);
  picture->top_down = height >> 31;
  picture->width = width;
  picture->height = picture->top_down ? 0 - height : height;
  picture->pixel_bits = load16(info + 14);
  if (compression != 0) {
    return MOTE_HOST_FAIL(error, "a BMP picture with compression %u: only uncompressed ones are supported",
                          (unsigned)compression);
  }
  switch (picture->pixel_bits) {
  case 1:
  case 4:
  case 8:
  case 24:
  case 32: break;
  default:
    return MOTE_HOST_FAIL(error, "a BMP picture of %u bits a pixel: 1, 4, 8, 24 and 32 are supported",
                          picture->pixel_bits);
  }
  picture->row_bytes = ((uint64_t)width * picture->pixel_bits + 31) / 32 * 4;
  return true;
}

static bool read_headers(const uint8_t *bytes, size_t size, bmp_picture *picture, mote_host_error *error) {
  if (size < FILE_HEADER_BYTES + INFO_HEADER_BYTES) {
    return MOTE_HOST_FAIL(error, "truncated BMP header at byte %zu", size);
  }
  const uint8_t *info = bytes + FILE_HEADER_BYTES;
  size_t info_bytes = load32(info);
  size_t offset = load32(bytes + 10);
  if (info_bytes < INFO_HEADER_BYTES || info_bytes > size - FILE_HEADER_BYTES) {
    return MOTE_HOST_FAIL(error, "a BMP info header of %zu bytes", info_bytes);
  }
  if (!read_info(info, picture, error)) {
    return false;
  }
  picture->channels = 3;
  if (picture->pixel_bits <= 8) {
    size_t entries = load32(info + 32);
    size_t most = (size_t)1 << picture->pixel_bits;
    if (entries == 0 || entries > most) {
      entries = most;
    }
    if (entries * 4 > size - FILE_HEADER_BYTES - info_bytes) {
      return MOTE_HOST_FAIL(error, "truncated BMP palette at byte %zu", size);
    }
    picture->channels = read_palette(info + info_bytes, entries, picture) ? 1 : 3;
  }
  if (offset > size || (picture->row_bytes > 0 && picture->height > (size - offset) / picture->row_bytes)) {
    return MOTE_HOST_FAIL(error, "truncated BMP: %zu rows of %llu bytes from byte %zu on, but the file ends at %zu",
                          picture->height, (unsigned long long)picture->row_bytes, offset, size);
  }
  picture->pixels = bytes + offset;
  return true;
}

static void copy_row(const bmp_picture *picture, const uint8_t *row, uint8_t *to) {
  unsigned bits = picture->pixel_bits;
  for (size_t x = 0; x < picture->width; x++, to += picture->channels) {
    if (bits <= 8) {
      size_t bit = x * bits; /* the leftmost pixel is in the highest bits */
      unsigned packed = row[bit / 8];
      unsigned index = packed >> (8 - bits - bit % 8) & ((1u << bits) - 1);
      memcpy(to, picture->palette[index], picture->channels);
    } else {
      for (size_t c = 0; c < 3; c++) {
        to[c] = row[x * bits / 8 + 2 - c];
      }
    }
  }
}

bool mote_image_bmp(const uint8_t *bytes, size_t size, mote_array *image, mote_host_error *error) {
  bmp_picture picture = {0};
  if (!read_headers(bytes, size, &picture, error) ||
      !mote_image_create(image, picture.height, picture.width, picture.channels, error)) {
    return false;
  }
  uint8_t *to = image->data;
  for (size_t y = 0; y < picture.height; y++) {
    size_t row = picture.top_down ? y : picture.height - 1 - y;
    copy_row(&picture, picture.pixels + row * picture.row_bytes, to + y * picture.width * picture.channels);
  }
  return true;
}
