/* SPDX-License-Identifier: Apache-2.0 */
/* The decoders behind mote_image_parse, one a format. Each makes an array [height, width, 1 or 3]; after a failure
 * the caller frees what there is of it. */
#ifndef MOTE_HOST_IMAGE_FORMATS_H
#define MOTE_HOST_IMAGE_FORMATS_H

#include "image.h"

bool mote_image_png(const uint8_t *bytes, size_t size, mote_array *image, mote_host_error *error);
bool mote_image_jpeg(const uint8_t *bytes, size_t size, mote_array *image, mote_host_error *error);
bool mote_image_bmp(const uint8_t *bytes, size_t size, mote_array *image, mote_host_error *error);

/* Checks the size against the limits, then makes the array. */
bool mote_image_create(mote_array *image, size_t height, size_t width, size_t channels, mote_host_error *error);

#endif
