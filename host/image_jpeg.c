/* SPDX-License-Identifier: Apache-2.0 */
#include "image_formats.h"

#include <setjmp.h>
#include <stdio.h> /* jpeglib.h needs FILE and size_t */

#include <jpeglib.h>

/* libjpeg knows only about the first two, so they have to be what it expects. */
typedef struct {
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr manager;
  jmp_buf escape;
  mote_array *image;
  mote_host_error *error;
} jpeg_reader;

static void on_error(j_common_ptr jpeg) {
  jpeg_reader *reader = jpeg->client_data;
  char text[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, text);
  mote_host_set_error(reader->error, "damaged JPEG: %s", text);
  longjmp(reader->escape, 1);
}

/* Negative levels are warnings about damage, which libjpeg would fill in with grey. */
static void on_message(j_common_ptr jpeg, int level) {
  if (level < 0) {
    on_error(jpeg);
  }
}

static bool decode(jpeg_reader *reader, const uint8_t *bytes, size_t size) {
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;
  if (setjmp(reader->escape)) {
    return false;
  }
  jpeg_create_decompress(jpeg);
  jpeg_mem_src(jpeg, bytes, (unsigned long)size);
  jpeg_read_header(jpeg, TRUE);
  if (jpeg->num_components == 4) {
    return MOTE_HOST_FAIL(reader->error, "CMYK pictures are not supported: convert it to RGB");
  }
  jpeg->out_color_space = jpeg->num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg->dct_method = JDCT_ISLOW;
  jpeg_calc_output_dimensions(jpeg);
  size_t row_bytes = (size_t)jpeg->output_width * (size_t)jpeg->output_components;
  if (!mote_image_create(reader->image, jpeg->output_height, jpeg->output_width, (size_t)jpeg->output_components,
                         reader->error)) {
    return false;
  }
  jpeg_start_decompress(jpeg);
  while (jpeg->output_scanline < jpeg->output_height) {
    JSAMPROW row = (uint8_t *)reader->image->data + jpeg->output_scanline * row_bytes;
    jpeg_read_scanlines(jpeg, &row, 1);
  }
  jpeg_finish_decompress(jpeg);
  return true;
}

bool mote_image_jpeg(const uint8_t *bytes, size_t size, mote_array *image, mote_host_error *error) {
  jpeg_reader reader = {.image = image, .error = error};
  reader.jpeg.err = jpeg_std_error(&reader.manager);
  reader.jpeg.client_data = &reader;
  reader.manager.error_exit = on_error;
  reader.manager.emit_message = on_message;
  bool ok = decode(&reader, bytes, size);
  jpeg_destroy_decompress(&reader.jpeg);
  return ok;
}
