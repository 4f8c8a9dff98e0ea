/* SPDX-License-Identifier: Apache-2.0 */
#include "host/npy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  mote_host_error error;
  mote_array array;
  mote_npy_parse(data, size, &array, &error);
  mote_array_free(&array);
  return 0;
}
