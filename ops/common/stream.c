/* SPDX-License-Identifier: Apache-2.0 */
#include "stream.h"

#include <string.h>

void mote_stream_copy(const void *history, uint32_t history_bytes, const void *x, uint32_t first, uint32_t bytes,
                      void *y) {
  uint32_t old = first < history_bytes ? history_bytes - first : 0;
  old = old < bytes ? old : bytes;
  if (old > 0) {
    memmove(y, (const uint8_t *)history + first, old);
  }
  if (bytes > old) {
    memcpy((uint8_t *)y + old, (const uint8_t *)x + (first + old - history_bytes), bytes - old);
  }
}
