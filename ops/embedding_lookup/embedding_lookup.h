/* SPDX-License-Identifier: Apache-2.0 */
/*
 * EMBEDDING_LOOKUP: y[i] = table[ids[i]], a row each. Rows that keep their type are moved: mote_gather(). An int8 table
 * may also give float rows.
 */
#ifndef MOTE_OPS_EMBEDDING_LOOKUP_H
#define MOTE_OPS_EMBEDDING_LOOKUP_H

#include "mote/kernel.h"

typedef struct mote_embedding_lookup_params {
  uint32_t rows;    /* of the table: ids are below it */
  uint32_t columns; /* elements of a row */
  uint32_t count;   /* of ids */
  float scale;
} mote_embedding_lookup_params;

/* y = scale * table. MOTE_DATA when an id is out of range; y is then unfinished. */
mote_status mote_embedding_lookup_s8_f32_c(const mote_embedding_lookup_params *p, const int32_t *ids,
                                           const int8_t *table, float *y);

#define mote_embedding_lookup_s8_f32 mote_embedding_lookup_s8_f32_c

#endif
