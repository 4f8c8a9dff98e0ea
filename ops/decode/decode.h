/* SPDX-License-Identifier: Apache-2.0 */
/*
 * TFLM_DECODE: constant tensors that the model has in compressed form. Codes are bit strings, the highest bit of a byte first.
 *
 * - look-up: an element is a code of 1 to 7 bits, the index in the table of the element's channel;
 * - prune: an element is one bit, whether it is the next value of the table or the zero point of its channel;
 * - Huffman: an element is a code of variable length. Tables of entries lead from its bits to the symbol: the first one is
 *   indexed with a fixed number of bits, which may be more than the code has.
 */
#ifndef MOTE_OPS_DECODE_H
#define MOTE_OPS_DECODE_H

#include "mote/kernel.h"

typedef enum mote_decode_kind { MOTE_DECODE_LUT, MOTE_DECODE_HUFFMAN, MOTE_DECODE_PRUNE } mote_decode_kind;

/* One tensor. Its channels are the first or the last dimension: outer × channels × inner elements. */
typedef struct mote_decode_params {
  uint32_t outer, channels, inner;
  uint32_t code_bytes, table_bytes;
  uint32_t zero_points; /* prune: where those of the channels stand, in bytes from the start of all tensors' params */
  int8_t zero_point;    /* prune, when zero_points is 0: of the whole tensor */
  uint8_t kind;
  uint8_t element_bytes;
  uint8_t code_bits;    /* look-up; Huffman: bits that index the first table */
  uint8_t table_stride; /* look-up: values of a channel */
  uint8_t wide_entries; /* Huffman: an entry has 32 bits, not 16 */
  uint16_t unused;
} mote_decode_params;

/* codes: code_bytes, table: table_bytes at a 4-byte boundary. MOTE_DATA when they lead outside of the table or the codes;
 * of a look-up the codes are known to suffice. */
mote_status mote_decode_lut_c(const mote_decode_params *p, const uint8_t *codes, const void *table, void *y);
mote_status mote_decode_prune_c(const mote_decode_params *p, const uint8_t *codes, const void *table,
                                const int8_t *zero_points, void *y);
mote_status mote_decode_huffman_c(const mote_decode_params *p, const uint8_t *codes, const void *table, void *y);

#define mote_decode_lut     mote_decode_lut_c
#define mote_decode_prune   mote_decode_prune_c
#define mote_decode_huffman mote_decode_huffman_c

#endif
