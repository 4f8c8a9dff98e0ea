/* SPDX-License-Identifier: Apache-2.0 */
#include "host/mtio.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Reads the first and the last byte of what was promised. */
static void touch(const void *data, size_t size) {
  const volatile uint8_t *bytes = data;
  if (size > 0) {
    (void)bytes[0];
    (void)bytes[size - 1];
  }
}

static void read_steps(const mote_mtio *file) {
  for (size_t i = 0; i < file->input_count + file->output_count; i++) {
    mote_array first = mote_mtio_input(file, 0, i);
    mote_array last = mote_mtio_input(file, file->step_count - 1, i);
    touch(first.data, first.bytes);
    touch(last.data, last.bytes);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  mote_host_error error;
  mote_mtio file;
  mote_mtar archive;
  if (mote_mtio_parse(data, size, &file, &error)) {
    read_steps(&file);
  }
  mote_mtio_free(&file);
  if (mote_mtar_parse(data, size, &archive, &error)) {
    for (size_t i = 0; i < archive.count; i++) {
      mote_mtar_entry entry = mote_mtar_get(&archive, i);
      touch(entry.data, entry.size);
    }
  }
  return 0;
}
