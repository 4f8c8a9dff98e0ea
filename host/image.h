/* SPDX-License-Identifier: Apache-2.0 */
/* Pictures: PNG, JPEG and BMP files to uint8 arrays [height, width, channels], top row first, channels R, G, B. */
#ifndef MOTE_HOST_IMAGE_H
#define MOTE_HOST_IMAGE_H

#include "array.h"

/* Larger pictures are refused before memory is spent on them. */
enum { MOTE_IMAGE_MAX_SIDE = 1 << 15, MOTE_IMAGE_MAX_PIXELS = 1 << 25 };

/* Whether the bytes begin like a picture that mote_image_parse may understand. */
bool mote_image_recognise(const void *bytes, size_t size);

/* One channel where the file is grey, else three. Transparency is left out, 16-bit samples are scaled to 8 bits, and
 * colour profiles are ignored, as most training code does.
 *   PNG   all kinds
 *   JPEG  grey and colour (YCbCr, RGB); not CMYK. A damaged file that a viewer would patch up is an error.
 *   BMP   1, 4, 8 (palette), 24 and 32 bits a pixel, uncompressed */
bool mote_image_parse(const void *bytes, size_t size, mote_array *image, mote_host_error *error);

/* To 1 or 3 channels: grey = (19595 R + 38470 G + 7471 B + 2^15) / 2^16, the luma of ITU-R BT.601. */
bool mote_image_set_channels(const mote_array *image, size_t channels, mote_array *result, mote_host_error *error);

/* To another size. Along each axis a pixel is the mean of the old ones around its centre, weighted by a triangle that
 * reaches one pixel of the coarser grid to either side: bilinear interpolation where the picture grows, area averaging
 * where it shrinks. Pillow's resize(..., BILINEAR) does the same, and differs by at most 1 since it rounds between the
 * axes. */
bool mote_image_resize(const mote_array *image, size_t height, size_t width, mote_array *result,
                       mote_host_error *error);

#endif
