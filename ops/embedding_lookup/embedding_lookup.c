/* SPDX-License-Identifier: Apache-2.0 */
#include "embedding_lookup.h"

mote_status mote_embedding_lookup_s8_f32_c(const mote_embedding_lookup_params *p, const int32_t *ids,
                                           const int8_t *table, float *y) {
  const float scale = p->scale;
  for (uint32_t i = 0; i < p->count; i++) {
    uint32_t id = (uint32_t)ids[i];
    if (id >= p->rows) { /* negative ones are large here */
      return MOTE_DATA;
    }
    const int8_t *row = table + id * p->columns;
    for (uint32_t c = 0; c < p->columns; c++) {
      *y++ = scale * (float)row[c];
    }
  }
  return MOTE_OK;
}
