/* SPDX-License-Identifier: Apache-2.0 */
#include "host/image.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  mote_host_error error;
  mote_array image;
  mote_image_parse(data, size, &image, &error);
  mote_array_free(&image);
  return 0;
}
