/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include "host/image.h"

#include <jpeglib.h>
#include <png.h>

enum { HEIGHT = 3, WIDTH = 5 };

/* A pixel's channel: all different, reds and blues far apart. */
static uint8_t pixel(size_t y, size_t x, size_t channel) {
  return (uint8_t)(40 * y + 7 * x + 60 * channel);
}

static void fill_pixels(uint8_t *pixels, size_t channels) {
  for (size_t y = 0; y < HEIGHT; y++) {
    for (size_t x = 0; x < WIDTH; x++) {
      for (size_t c = 0; c < channels; c++) {
        *pixels++ = c < 3 ? pixel(y, x, c) : 128;
      }
    }
  }
}

static void check_pixels(const uint8_t *bytes, size_t size, size_t channels, int tolerance) {
  mote_host_error error;
  mote_array image;
  CHECK(mote_image_recognise(bytes, size));
  CHECK_WORKS(mote_image_parse(bytes, size, &image, &error), error);
  bool shape = image.rank == 3 && image.dims[0] == HEIGHT && image.dims[1] == WIDTH && image.dims[2] == channels;
  if (CHECK(shape && image.type == MOTE_ARRAY_UINT8)) {
    int worst = 0;
    for (size_t i = 0; i < image.bytes; i++) {
      int expected = pixel(i / channels / WIDTH, i / channels % WIDTH, i % channels);
      int difference = abs(((uint8_t *)image.data)[i] - expected);
      worst = difference > worst ? difference : worst;
    }
    if (!CHECK(worst <= tolerance)) {
      fprintf(stderr, "  worst difference: %d\n", worst);
    }
  }
  mote_array_free(&image);
}

static bool parse(const uint8_t *bytes, size_t size, mote_host_error *error) {
  mote_array image;
  bool ok = mote_image_parse(bytes, size, &image, error);
  mote_array_free(&image);
  return ok;
}

typedef struct {
  uint8_t bytes[4096];
  size_t size;
} file_content;

static void append(png_structp png, png_bytep bytes, size_t size) {
  file_content *file = png_get_io_ptr(png);
  memcpy(file->bytes + file->size, bytes, size);
  file->size += size;
}

static void flush(png_structp png) {
  (void)png;
}

/* `pixels` holds samples of `depth` bits, `channels` of them a pixel. */
static file_content make_png(const uint8_t *pixels, int color_type, int depth, size_t row_bytes, bool interlaced) {
  file_content file = {.size = 0};
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct(png);
  uint8_t rows[HEIGHT][64];
  uint8_t *pointers[HEIGHT];
  for (size_t y = 0; y < HEIGHT; y++) {
    memcpy(rows[y], pixels + y * row_bytes, row_bytes);
    pointers[y] = rows[y];
  }
  png_set_write_fn(png, &file, append, flush);
  png_set_IHDR(png, info, WIDTH, HEIGHT, depth, color_type, interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (color_type == PNG_COLOR_TYPE_PALETTE) {
    png_color palette[WIDTH * HEIGHT];
    for (size_t i = 0; i < WIDTH * HEIGHT; i++) {
      size_t y = i / WIDTH;
      size_t x = i % WIDTH;
      palette[i] = (png_color){pixel(y, x, 0), pixel(y, x, 1), pixel(y, x, 2)};
    }
    png_set_PLTE(png, info, palette, WIDTH * HEIGHT);
  }
  png_write_info(png, info);
  png_write_image(png, pointers);
  png_write_end(png, NULL);
  png_destroy_write_struct(&png, &info);
  return file;
}

static void test_png(void) {
  uint8_t pixels[HEIGHT * WIDTH * 8];
  for (int interlaced = 0; interlaced < 2; interlaced++) {
    fill_pixels(pixels, 1);
    file_content grey = make_png(pixels, PNG_COLOR_TYPE_GRAY, 8, WIDTH, interlaced);
    check_pixels(grey.bytes, grey.size, 1, 0);
    fill_pixels(pixels, 3);
    file_content rgb = make_png(pixels, PNG_COLOR_TYPE_RGB, 8, 3 * WIDTH, interlaced);
    check_pixels(rgb.bytes, rgb.size, 3, 0);
    fill_pixels(pixels, 4);
    file_content rgba = make_png(pixels, PNG_COLOR_TYPE_RGBA, 8, 4 * WIDTH, interlaced);
    check_pixels(rgba.bytes, rgba.size, 3, 0);
    for (size_t i = 0; i < HEIGHT * WIDTH; i++) {
      pixels[2 * i] = pixel(i / WIDTH, i % WIDTH, 0); /* 16 bits: the same byte twice is 257 times an 8-bit sample */
      pixels[2 * i + 1] = pixels[2 * i];
    }
    file_content deep = make_png(pixels, PNG_COLOR_TYPE_GRAY, 16, 2 * WIDTH, interlaced);
    check_pixels(deep.bytes, deep.size, 1, 0);
    for (size_t i = 0; i < HEIGHT * WIDTH; i++) {
      pixels[i] = (uint8_t)i;
    }
    file_content indexed = make_png(pixels, PNG_COLOR_TYPE_PALETTE, 8, WIDTH, interlaced);
    check_pixels(indexed.bytes, indexed.size, 3, 0);
    check_damage(parse, rgba.bytes, rgba.size);
    check_damage(parse, indexed.bytes, indexed.size);
  }
}

static file_content make_jpeg(const uint8_t *pixels, int channels, bool progressive) {
  struct jpeg_compress_struct jpeg;
  struct jpeg_error_mgr manager;
  unsigned char *buffer = NULL;
  unsigned long size = 0;
  file_content file;
  jpeg.err = jpeg_std_error(&manager);
  jpeg_create_compress(&jpeg);
  jpeg_mem_dest(&jpeg, &buffer, &size);
  jpeg.image_width = WIDTH;
  jpeg.image_height = HEIGHT;
  jpeg.input_components = channels;
  jpeg.in_color_space = channels == 1 ? JCS_GRAYSCALE : channels == 3 ? JCS_RGB : JCS_CMYK;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 100, TRUE);
  jpeg.comp_info[0].h_samp_factor = 1;
  jpeg.comp_info[0].v_samp_factor = 1;
  if (progressive) {
    jpeg_simple_progression(&jpeg);
  }
  jpeg_start_compress(&jpeg, TRUE);
  for (int y = 0; y < HEIGHT; y++) {
    uint8_t row[4 * WIDTH];
    JSAMPROW pointer = row;
    memcpy(row, pixels + y * WIDTH * channels, (size_t)channels * WIDTH);
    jpeg_write_scanlines(&jpeg, &pointer, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  file.size = (size_t)size;
  memcpy(file.bytes, buffer, file.size);
  free(buffer);
  return file;
}

static void test_jpeg(void) {
  uint8_t pixels[HEIGHT * WIDTH * 4];
  fill_pixels(pixels, 1);
  file_content grey = make_jpeg(pixels, 1, false);
  check_pixels(grey.bytes, grey.size, 1, 2);
  check_damage(parse, grey.bytes, grey.size);
  fill_pixels(pixels, 3);
  file_content rgb = make_jpeg(pixels, 3, false);
  check_pixels(rgb.bytes, rgb.size, 3, 3);
  check_damage(parse, rgb.bytes, rgb.size);
  file_content progressive = make_jpeg(pixels, 3, true);
  check_pixels(progressive.bytes, progressive.size, 3, 3);
  check_damage(parse, progressive.bytes, progressive.size);
  fill_pixels(pixels, 4);
  file_content cmyk = make_jpeg(pixels, 4, false);
  mote_host_error error;
  mote_array image;
  CHECK_FAILS(mote_image_parse(cmyk.bytes, cmyk.size, &image, &error), error, "CMYK");
}

static void store32(uint8_t *bytes, uint32_t value) {
  for (int i = 0; i < 4; i++) {
    bytes[i] = (uint8_t)(value >> 8 * i);
  }
}

/* 8 bits with a grey or coloured palette, 24 or 32 bits. */
static file_content make_bmp(unsigned bits, bool grey, bool top_down) {
  file_content file = {.size = 0};
  uint32_t colors = bits == 8 ? 256 : 0;
  uint32_t offset = 54 + 4 * colors;
  memcpy(file.bytes, "BM", 2);
  store32(file.bytes + 10, offset);
  store32(file.bytes + 14, 40);
  store32(file.bytes + 18, WIDTH);
  store32(file.bytes + 22, top_down ? (uint32_t)-HEIGHT : HEIGHT);
  file.bytes[26] = 1;
  file.bytes[28] = (uint8_t)bits;
  store32(file.bytes + 46, colors);
  for (uint32_t i = 0; i < colors; i++) { /* index i: the pixel whose first channel is i */
    uint8_t *entry = file.bytes + 54 + 4 * i;
    entry[2] = (uint8_t)i;
    entry[1] = (uint8_t)(grey ? i : i + 60);
    entry[0] = (uint8_t)(grey ? i : i + 120);
  }
  size_t row_bytes = (WIDTH * bits + 31) / 32 * 4;
  for (size_t y = 0; y < HEIGHT; y++) {
    uint8_t *row = file.bytes + offset + (top_down ? y : HEIGHT - 1 - y) * row_bytes;
    for (size_t x = 0; x < WIDTH; x++) {
      if (bits == 8) {
        row[x] = pixel(y, x, 0);
      }
      for (size_t c = 0; bits > 8 && c < 3; c++) {
        row[x * bits / 8 + 2 - c] = pixel(y, x, c);
      }
    }
  }
  file.size = offset + HEIGHT * row_bytes;
  return file;
}

static void check_bmp_refused(size_t at, uint32_t value, const char *part) {
  file_content file = make_bmp(24, false, false);
  mote_host_error error;
  mote_array image;
  store32(file.bytes + at, value);
  CHECK_FAILS(mote_image_parse(file.bytes, file.size, &image, &error), error, part);
}

static void test_bmp(void) {
  for (int top_down = 0; top_down < 2; top_down++) {
    file_content grey = make_bmp(8, true, top_down);
    check_pixels(grey.bytes, grey.size, 1, 0);
    file_content indexed = make_bmp(8, false, top_down);
    check_pixels(indexed.bytes, indexed.size, 3, 0);
    file_content rgb = make_bmp(24, false, top_down);
    check_pixels(rgb.bytes, rgb.size, 3, 0);
    check_damage(parse, rgb.bytes, rgb.size);
    file_content wide = make_bmp(32, false, top_down);
    check_pixels(wide.bytes, wide.size, 3, 0);
  }
  file_content indexed = make_bmp(8, false, false);
  check_damage(parse, indexed.bytes, indexed.size);
  check_bmp_refused(10, 0xffffffff, "truncated BMP: 3 rows of 16 bytes from byte 4294967295 on");
  check_bmp_refused(14, 12, "info header of 12 bytes");
  check_bmp_refused(18, 0, "empty");
  check_bmp_refused(18, 0xffffffff, "truncated BMP");
  check_bmp_refused(22, 0x80000000, "truncated BMP");
  check_bmp_refused(28, 16, "16 bits a pixel");
  check_bmp_refused(30, 1, "compression 1");
}

/* Palettes of 2 and 16 entries: pixel x of the row has index x modulo 2. */
static void test_bmp_narrow(void) {
  static const uint8_t rows[2][4] = {{0x50}, {0x01, 0x01}};
  static const unsigned bits[2] = {1, 4};
  for (size_t i = 0; i < 2; i++) {
    file_content file = make_bmp(24, false, false);
    mote_host_error error;
    mote_array image;
    store32(file.bytes + 10, 62);
    store32(file.bytes + 18, 4);
    store32(file.bytes + 22, 1);
    file.bytes[28] = (uint8_t)bits[i];
    store32(file.bytes + 46, 2);
    store32(file.bytes + 54, 0x00030303);
    store32(file.bytes + 58, 0x00c8c8c8);
    memcpy(file.bytes + 62, rows[i], 4);
    CHECK_WORKS(mote_image_parse(file.bytes, 66, &image, &error), error);
    CHECK(image.bytes == 4 && memcmp(image.data, "\x03\xc8\x03\xc8", 4) == 0);
    mote_array_free(&image);
  }
}

static void test_channels(void) {
  mote_host_error error;
  mote_array rgb;
  mote_array grey;
  mote_array back;
  const uint8_t pixels[] = {255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255};
  const size_t dims[] = {2, 2, 3};
  CHECK(mote_array_view(&rgb, MOTE_ARRAY_UINT8, 3, dims, pixels, sizeof pixels, &error));
  CHECK_WORKS(mote_image_set_channels(&rgb, 1, &grey, &error), error);
  CHECK(grey.bytes == 4 && memcmp(grey.data, "\x4c\x96\x1d\xff", 4) == 0);
  CHECK_WORKS(mote_image_set_channels(&grey, 3, &back, &error), error);
  CHECK(back.bytes == 12 && memcmp(back.data, "\x4c\x4c\x4c\x96\x96\x96", 6) == 0);
  mote_array_free(&back);
  CHECK_WORKS(mote_image_set_channels(&rgb, 3, &back, &error), error);
  CHECK(memcmp(back.data, pixels, sizeof pixels) == 0);
  mote_array_free(&back);
  CHECK_FAILS(mote_image_set_channels(&rgb, 2, &back, &error), error, "1 or 3 channels, not 2");
  mote_array_free(&grey);
}

/* Resizes one row (or column) of grey pixels. */
static void check_resized(const uint8_t *from, size_t from_size, const uint8_t *to, size_t to_size) {
  for (size_t axis = 0; axis < 2; axis++) {
    mote_host_error error;
    mote_array image;
    mote_array result;
    const size_t dims[] = {axis ? 1 : from_size, axis ? from_size : 1, 1};
    CHECK(mote_array_view(&image, MOTE_ARRAY_UINT8, 3, dims, from, from_size, &error));
    CHECK_WORKS(mote_image_resize(&image, axis ? 1 : to_size, axis ? to_size : 1, &result, &error), error);
    if (!CHECK(result.bytes == to_size && memcmp(result.data, to, to_size) == 0)) {
      for (size_t i = 0; i < to_size; i++) {
        fprintf(stderr, "  %zu: %u, expected %u\n", i, ((uint8_t *)result.data)[i], to[i]);
      }
    }
    mote_array_free(&result);
  }
}

/* Worked out by hand, and what Pillow's resize(..., BILINEAR) gives for these. */
static void test_resize(void) {
  const uint8_t pair[] = {0, 100};
  const uint8_t grown[] = {0, 25, 75, 100};
  const uint8_t four[] = {10, 10, 90, 90};
  const uint8_t halved[] = {21, 79};
  const uint8_t flat[] = {255, 255, 255, 255, 255, 255, 255};
  check_resized(pair, 2, grown, 4);
  check_resized(four, 4, halved, 2);
  check_resized(four, 4, four, 4);
  check_resized(flat, 7, flat, 3);
  check_resized(flat, 3, flat, 7);
  check_resized(flat, 1, flat, 5);
  mote_host_error error;
  mote_array image;
  mote_array result;
  const size_t dims[] = {1, 2, 1};
  CHECK(mote_array_view(&image, MOTE_ARRAY_UINT8, 3, dims, pair, 2, &error));
  CHECK_FAILS(mote_image_resize(&image, 0, 4, &result, &error), error, "empty");
  CHECK_FAILS(mote_image_resize(&image, 1 << 16, 4, &result, &error), error, "too large");
}

static void test_unknown(void) {
  mote_host_error error;
  mote_array image;
  CHECK(!mote_image_recognise("GIF89a", 6) && !mote_image_recognise("", 0));
  CHECK_FAILS(mote_image_parse("GIF89a", 6, &image, &error), error, "no PNG, JPEG or BMP");
}

int main(void) {
  test_png();
  test_jpeg();
  test_bmp();
  test_bmp_narrow();
  test_channels();
  test_resize();
  test_unknown();
  return check_report();
}
