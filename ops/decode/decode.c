/* SPDX-License-Identifier: Apache-2.0 */
#include "decode.h"

#include "../common/load.h"

/* --- Look-up and prune: codes of a fixed number of bits ----------------------------------------------------------- */

typedef struct bit_reader {
  const uint8_t *next;
  uint32_t bits; /* the lowest `count` are still to come */
  uint32_t count;
} bit_reader;

/* Up to 8 bits. */
static inline uint32_t read_bits(bit_reader *r, uint32_t count) {
  if (r->count < count) {
    r->bits = r->bits << 8 | *r->next++;
    r->count += 8;
  }
  r->count -= count;
  return r->bits >> r->count & ((1u << count) - 1);
}

/* An int64 of the table stands at a 4-byte boundary. */
#define DEFINE_LUT(name, type)                                                                             \
  static mote_status name(const mote_decode_params *p, const uint8_t *codes, const type *table, type *y) { \
    const uint32_t bits = p->code_bits, entries = p->table_bytes / (uint32_t)sizeof *table;                \
    bit_reader r = {codes, 0, 0};                                                                          \
    for (uint32_t outer = 0; outer < p->outer; outer++) {                                                  \
      for (uint32_t channel = 0; channel < p->channels; channel++) {                                       \
        const uint32_t first = channel * p->table_stride;                                                  \
        for (uint32_t i = 0; i < p->inner; i++) {                                                          \
          uint32_t entry = first + read_bits(&r, bits);                                                    \
          if (entry >= entries) {                                                                          \
            return MOTE_DATA;                                                                              \
          }                                                                                                \
          *y++ = table[entry];                                                                             \
        }                                                                                                  \
      }                                                                                                    \
    }                                                                                                      \
    return MOTE_OK;                                                                                        \
  }

#define DEFINE_PRUNE(name, type)                                                                \
  static mote_status name(const mote_decode_params *p, const uint8_t *codes, const type *table, \
                          const int8_t *zero_points, type *y) {                                 \
    const type *end = table + p->table_bytes / (uint32_t)sizeof *table;                         \
    bit_reader r = {codes, 0, 0};                                                               \
    for (uint32_t outer = 0; outer < p->outer; outer++) {                                       \
      for (uint32_t channel = 0; channel < p->channels; channel++) {                            \
        const type zero = zero_points ? zero_points[channel] : p->zero_point;                   \
        for (uint32_t i = 0; i < p->inner; i++) {                                               \
          if (read_bits(&r, 1) == 0) {                                                          \
            *y++ = zero;                                                                        \
          } else if (table < end) {                                                             \
            *y++ = *table++;                                                                    \
          } else {                                                                              \
            return MOTE_DATA;                                                                   \
          }                                                                                     \
        }                                                                                       \
      }                                                                                         \
    }                                                                                           \
    return MOTE_OK;                                                                             \
  }

DEFINE_LUT(lut_8, int8_t)
DEFINE_LUT(lut_16, int16_t)
DEFINE_LUT(lut_32, int32_t)
DEFINE_LUT(lut_64, mote_int64)
DEFINE_PRUNE(prune_8, int8_t)
DEFINE_PRUNE(prune_16, int16_t)
DEFINE_PRUNE(prune_32, int32_t)
DEFINE_PRUNE(prune_64, mote_int64)

mote_status mote_decode_lut_c(const mote_decode_params *p, const uint8_t *codes, const void *table, void *y) {
  switch (p->element_bytes) {
  case 1: return lut_8(p, codes, table, y);
  case 2: return lut_16(p, codes, table, y);
  case 4: return lut_32(p, codes, table, y);
  default: return lut_64(p, codes, table, y);
  }
}

mote_status mote_decode_prune_c(const mote_decode_params *p, const uint8_t *codes, const void *table,
                                const int8_t *zero_points, void *y) {
  switch (p->element_bytes) {
  case 1: return prune_8(p, codes, table, zero_points, y);
  case 2: return prune_16(p, codes, table, zero_points, y);
  case 4: return prune_32(p, codes, table, zero_points, y);
  default: return prune_64(p, codes, table, zero_points, y);
  }
}

/* --- Huffman ------------------------------------------------------------------------------------------------------ */

/* A table's entry. A symbol: SYMBOL, the bits of its code that the last look-up used, the symbol. Else: the bits of the next
 * look-up less one, and how far on its table is. */
enum { COUNT_SHIFT = 27, VALUE_MASK = (1 << COUNT_SHIFT) - 1 };
static const uint32_t SYMBOL = 0x80000000;

/* Narrow entries have 11 instead of 27 bits for the value. */
static inline uint32_t read_entry(const mote_decode_params *p, const void *table, uint32_t i) {
  if (p->wide_entries) {
    return ((const uint32_t *)table)[i];
  }
  uint32_t narrow = ((const uint16_t *)table)[i];
  return (narrow & 0xF800) << 16 | (narrow & 0x7FF);
}

/* Up to 16 bits at `position`; behind the end there are zeros. */
static inline uint32_t peek_bits(const mote_decode_params *p, const uint8_t *codes, uint32_t position, uint32_t count) {
  uint32_t first = position >> 3, bits = 0;
  for (uint32_t i = first; i < first + 3; i++) {
    bits = bits << 8 | (i < p->code_bytes ? codes[i] : 0u);
  }
  return bits >> (24 - (position & 7) - count) & ((1u << count) - 1);
}

mote_status mote_decode_huffman_c(const mote_decode_params *p, const uint8_t *codes, const void *table, void *y) {
  const uint32_t entries = p->table_bytes / (p->wide_entries ? 4 : 2);
  const uint32_t count = p->outer * p->channels * p->inner, end = 8 * p->code_bytes;
  uint32_t position = 0;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t bits = p->code_bits, index = 0, entry = 0;
    while ((entry & SYMBOL) == 0) {
      index += (entry & VALUE_MASK) + peek_bits(p, codes, position, bits);
      if (index >= entries || position > end) {
        return MOTE_DATA;
      }
      entry = read_entry(p, table, index);
      uint32_t entry_bits = entry >> COUNT_SHIFT & 15;
      if ((entry & SYMBOL) == 0) {
        position += bits;
        bits = entry_bits + 1;
      } else {
        position += entry_bits < bits ? entry_bits : bits;
      }
    }
    if (p->element_bytes == 1) {
      ((int8_t *)y)[i] = (int8_t)entry;
    } else {
      ((int16_t *)y)[i] = (int16_t)entry;
    }
  }
  return position <= end ? MOTE_OK : MOTE_DATA;
}
