/* SPDX-License-Identifier: Apache-2.0 */
#include "error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A long place leaves more than half of the text to the message. */
enum { PLACE_BYTES = 200, MESSAGE_BYTES = MOTE_HOST_ERROR_BYTES - PLACE_BYTES - 8 };

void mote_host_set_error(mote_host_error *error, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(error->text, sizeof error->text, format, arguments);
  va_end(arguments);
}

void mote_host_add_place(mote_host_error *error, const char *place) {
  const mote_host_error inner = *error;
  size_t length = strlen(place);
  bool cut = length > PLACE_BYTES;
  const char *end = cut ? place + length - PLACE_BYTES : place;
  mote_host_set_error(error, "%s%s: %.*s", cut ? "..." : "", end, MESSAGE_BYTES, inner.text);
}

void *mote_host_alloc(size_t count, size_t size, mote_host_error *error) {
  void *memory = calloc(count ? count : 1, size ? size : 1);
  if (!memory) {
    mote_host_set_error(error, "out of memory: %zu x %zu bytes", count, size);
  }
  return memory;
}
