/* SPDX-License-Identifier: Apache-2.0 */
#include "gather_nd.h"

#include <string.h>

mote_status mote_gather_nd_c(const mote_gather_nd_params *p, const mote_coordinate *coordinates, const void *x,
                             const void *indices, void *y) {
  const int32_t *index = indices;
  uint8_t *to = y;
  for (uint32_t i = 0; i < p->count; i++) {
    int32_t offset;
    MOTE_TRY(mote_locate(coordinates, p->depth, index, p->index_words, &offset));
    memcpy(to, (const uint8_t *)x + offset, p->piece_bytes);
    to += p->piece_bytes;
    index += p->depth * p->index_words;
  }
  return MOTE_OK;
}
