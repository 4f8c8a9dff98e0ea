/* SPDX-License-Identifier: Apache-2.0 */
#include "host/npy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  mote_host_error error;
  mote_array_list list;
  mote_npz_parse(data, size, &list, &error);
  mote_array_list_free(&list);
  return 0;
}
