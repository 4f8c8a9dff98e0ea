/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writes FlatBuffers from the start of the file to its end: first what refers, then what it refers to. Whoever refers
 * leaves a place of four bytes (the `referrer`), which is filled in when what belongs there is written.
 */
#ifndef MOTE_HOST_FLATBUFFER_WRITER_H
#define MOTE_HOST_FLATBUFFER_WRITER_H

#include "error.h"

#include <stdint.h>

typedef struct mote_flat_writer {
  uint8_t *data; /* owned: freed by free() */
  size_t size, capacity;
  bool failed; /* the error is set; nothing is written any more, and positions mean nothing */
  mote_host_error *error;
} mote_flat_writer;

/* Appends `bytes` of `data`, or zeros when it is NULL. */
void mote_flat_put(mote_flat_writer *w, const void *data, size_t bytes);
/* Appends the low `bytes` (1, 2 or 4) of `value`. */
void mote_flat_put_int(mote_flat_writer *w, uint32_t value, size_t bytes);
/* Appends zeros until what comes `bytes` later stands at a boundary of `alignment` (a power of two). */
void mote_flat_align(mote_flat_writer *w, size_t alignment, size_t bytes);

enum { MOTE_FLAT_MAX_FIELDS = 32 };

typedef struct mote_flat_field {
  uint8_t slot;
  uint8_t bytes; /* 1, 2 or 4 */
  uint32_t value;
  size_t position; /* in the file */
} mote_flat_field;

typedef struct mote_flat_table {
  mote_flat_field fields[MOTE_FLAT_MAX_FIELDS];
  uint32_t count;
} mote_flat_table;

/* The fields come first; a field that is not added has its default. */
void mote_flat_add(mote_flat_table *table, uint32_t slot, uint32_t bytes, uint32_t value);
/* A field that refers to something, unless there is nothing. */
void mote_flat_add_reference(mote_flat_table *table, uint32_t slot, bool is_there);
void mote_flat_put_table(mote_flat_writer *w, size_t referrer, mote_flat_table *table);
/* Where the field stands in the file: a referrer. */
size_t mote_flat_field_position(const mote_flat_table *table, uint32_t slot);

/* Returns where the first element stands, at a boundary of `alignment`. With `data` NULL the elements are zero: places
 * to be filled in, each a referrer. */
size_t mote_flat_put_vector(mote_flat_writer *w, size_t referrer, const void *data, size_t count, size_t element_bytes,
                            size_t alignment);
void mote_flat_put_string(mote_flat_writer *w, size_t referrer, const char *text);

/* A FlexBuffers map by itself, with 32-bit numbers throughout: how custom operators keep their options. The entries may
 * be in any order. */
typedef struct mote_flex_entry {
  const char *key;
  uint8_t type;   /* MOTE_FLEX_INT, _FLOAT or _BOOL of ops/common/flexbuffer.h */
  uint32_t value; /* a float's bits */
  size_t position;
} mote_flex_entry;

void mote_flex_put_map(mote_flat_writer *w, mote_flex_entry *entries, size_t count);

#endif
