/* SPDX-License-Identifier: Apache-2.0 */
#include "one_hot.h"

#include "../common/fill.h"
#include "../common/index.h"

#include <string.h>

void mote_one_hot_c(const mote_one_hot_params *p, const void *indices, const void *on, const void *off, void *y) {
  uint8_t *block = y;
  uint32_t element = 0;
  mote_fill((uint32_t)(p->outer * p->depth * p->inner), p->element_bytes, off, y);
  for (int32_t o = 0; o < p->outer; o++) {
    for (int32_t i = 0; i < p->inner; i++) {
      int32_t index = mote_index_at(indices, p->index_words, element++);
      if (index >= 0 && index < p->depth) {
        memcpy(block + (uint32_t)(index * p->inner + i) * p->element_bytes, on, p->element_bytes);
      }
    }
    block += (uint32_t)(p->depth * p->inner) * p->element_bytes;
  }
}
