/* SPDX-License-Identifier: Apache-2.0 */
#include "gather.h"

#include "../common/index.h"

#include <string.h>

mote_status mote_gather_c(const mote_gather_params *p, const void *x, const void *indices, void *y) {
  const uint8_t *from = x;
  uint8_t *to = y;
  for (uint32_t b = 0; b < p->batches; b++) {
    for (uint32_t o = 0; o < p->outer; o++) {
      for (uint32_t i = 0; i < p->index_count; i++) {
        uint32_t index = (uint32_t)mote_index_at(indices, p->index_words, b * p->index_count + i);
        if (index >= p->axis_size) { /* negative ones are large here */
          return MOTE_DATA;
        }
        memcpy(to, from + index * p->piece_bytes, p->piece_bytes);
        to += p->piece_bytes;
      }
      from += p->axis_size * p->piece_bytes;
    }
  }
  return MOTE_OK;
}
