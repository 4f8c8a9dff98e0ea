/* SPDX-License-Identifier: Apache-2.0 */
#include "select.h"

#include <string.h>

void mote_select(const mote_select_params *p, const uint8_t *condition, const void *a, const void *b, void *y) {
  int32_t offset = 0;
  for (int32_t i = 0; i < p->count; i++) {
    const uint8_t *from = condition[i] ? a : b;
    memmove((uint8_t *)y + offset, from + offset, (size_t)p->slice_bytes);
    offset += p->slice_bytes;
  }
}
