/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads FlatBuffers from a file that may be damaged or hostile. Every access is checked against the file's length; the
 * first wrong one sets `bad` and all return 0 from then on, so that a caller checks once, at the end.
 * Positions are offsets from the start of the file; 0 means absent. Numbers are little-endian, as is the machine.
 */
#ifndef MOTE_RUNTIME_FLATBUFFER_H
#define MOTE_RUNTIME_FLATBUFFER_H

#include <stdbool.h>
#include <stdint.h>

typedef struct mote_reader {
  const uint8_t *data;
  uint32_t bytes;
  bool bad;
} mote_reader;

typedef struct mote_vector {
  uint32_t position; /* of the first element; 0 when the vector is absent */
  uint32_t count;
} mote_vector;

/* `bytes` (1, 2 or 4) of little-endian integer at `position`, sign-extended. */
int32_t mote_read_int(mote_reader *r, uint32_t position, uint32_t bytes);
/* What the 32-bit offset at `position` points to. */
uint32_t mote_read_offset(mote_reader *r, uint32_t position);
/* Scalar field `slot` of `bytes` bytes of the table, or `otherwise` when the file leaves it out. */
int32_t mote_read_scalar(mote_reader *r, uint32_t table, uint32_t slot, uint32_t bytes, int32_t otherwise);
/* The table that field `slot` refers to. */
uint32_t mote_read_table(mote_reader *r, uint32_t table, uint32_t slot);
/* The vector or string that field `slot` refers to; its elements are within the file. */
mote_vector mote_read_vector(mote_reader *r, uint32_t table, uint32_t slot, uint32_t element_bytes);
/* Table number `i` of a vector of tables; bad when there are not so many. */
uint32_t mote_read_element(mote_reader *r, mote_vector tables, uint32_t i);

/* Whether the string is `text`; whether two strings are the same. */
bool mote_read_is(const mote_reader *r, mote_vector string, const char *text);
bool mote_read_same(const mote_reader *r, mote_vector a, mote_vector b);

#endif
