/* SPDX-License-Identifier: Apache-2.0 */
#include "flatbuffer_writer.h"

#include <stdlib.h>
#include <string.h>

#include "ops/common/flexbuffer.h"

enum { MAX_BYTES = INT32_MAX };

/* --- Bytes -------------------------------------------------------------------------------------------------------- */

static bool reserve(mote_flat_writer *w, size_t bytes) {
  if (w->failed || bytes <= w->capacity - w->size) {
    return !w->failed;
  }
  if (bytes > MAX_BYTES - w->size) {
    w->failed = true;
    return MOTE_HOST_FAIL(w->error, "more than %d bytes, the most that a FlatBuffer can have", MAX_BYTES);
  }
  size_t capacity = 2 * (w->size + bytes);
  uint8_t *data = realloc(w->data, capacity);
  if (data == NULL) {
    w->failed = true;
    return MOTE_HOST_FAIL(w->error, "out of memory: %zu bytes", capacity);
  }
  w->data = data;
  w->capacity = capacity;
  return true;
}

void mote_flat_put(mote_flat_writer *w, const void *data, size_t bytes) {
  if (bytes == 0 || !reserve(w, bytes)) {
    return;
  }
  if (data) {
    memcpy(w->data + w->size, data, bytes);
  } else {
    memset(w->data + w->size, 0, bytes);
  }
  w->size += bytes;
}

static void store(uint8_t *to, uint32_t value, size_t bytes) {
  for (size_t i = 0; i < bytes; i++) {
    to[i] = (uint8_t)(value >> 8 * i);
  }
}

void mote_flat_put_int(mote_flat_writer *w, uint32_t value, size_t bytes) {
  uint8_t little_endian[4];
  store(little_endian, value, bytes);
  mote_flat_put(w, little_endian, bytes);
}

void mote_flat_align(mote_flat_writer *w, size_t alignment, size_t bytes) {
  mote_flat_put(w, NULL, (0 - w->size - bytes) & (alignment - 1));
}

/* What `referrer` refers to is written next. */
static void link_here(mote_flat_writer *w, size_t referrer) {
  if (!w->failed) {
    store(w->data + referrer, (uint32_t)(w->size - referrer), 4);
  }
}

/* --- FlatBuffers -------------------------------------------------------------------------------------------------- */

void mote_flat_add(mote_flat_table *table, uint32_t slot, uint32_t bytes, uint32_t value) {
  table->fields[table->count++] = (mote_flat_field){(uint8_t)slot, (uint8_t)bytes, value, 0};
}

void mote_flat_add_reference(mote_flat_table *table, uint32_t slot, bool is_there) {
  if (is_there) {
    mote_flat_add(table, slot, 4, 0);
  }
}

/* Offsets in the table (behind its own offset to the vtable), fields of four bytes before those of two and one. */
static uint32_t place_fields(mote_flat_table *table) {
  uint32_t bytes = 4;
  for (uint32_t size = 4; size > 0; size /= 2) {
    for (uint32_t i = 0; i < table->count; i++) {
      if (table->fields[i].bytes == size) {
        table->fields[i].position = bytes;
        bytes += size;
      }
    }
  }
  return bytes;
}

static uint32_t slot_count(const mote_flat_table *table) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < table->count; i++) {
    count = table->fields[i].slot >= count ? table->fields[i].slot + 1u : count;
  }
  return count;
}

void mote_flat_put_table(mote_flat_writer *w, size_t referrer, mote_flat_table *table) {
  uint32_t table_bytes = place_fields(table);
  uint32_t vtable_bytes = 4 + 2 * slot_count(table);
  mote_flat_align(w, 4, vtable_bytes);
  size_t vtable = w->size, start = vtable + vtable_bytes;
  mote_flat_put_int(w, vtable_bytes, 2);
  mote_flat_put_int(w, table_bytes, 2);
  mote_flat_put(w, NULL, vtable_bytes - 4);
  link_here(w, referrer);
  mote_flat_put_int(w, vtable_bytes, 4);
  mote_flat_put(w, NULL, table_bytes - 4);
  for (uint32_t i = 0; i < table->count && !w->failed; i++) {
    mote_flat_field *field = &table->fields[i];
    store(w->data + vtable + 4 + 2 * field->slot, (uint32_t)field->position, 2);
    field->position += start;
    store(w->data + field->position, field->value, field->bytes);
  }
}

size_t mote_flat_field_position(const mote_flat_table *table, uint32_t slot) {
  uint32_t i = 0;
  while (table->fields[i].slot != slot) {
    i++;
  }
  return table->fields[i].position;
}

size_t mote_flat_put_vector(mote_flat_writer *w, size_t referrer, const void *data, size_t count, size_t element_bytes,
                            size_t alignment) {
  mote_flat_align(w, alignment > 4 ? alignment : 4, 4);
  link_here(w, referrer);
  mote_flat_put_int(w, (uint32_t)count, 4);
  size_t first = w->size;
  mote_flat_put(w, data, count * element_bytes);
  return first;
}

void mote_flat_put_string(mote_flat_writer *w, size_t referrer, const char *text) {
  mote_flat_put_vector(w, referrer, text, strlen(text), 1, 4);
  mote_flat_put_int(w, 0, 1);
}

/* --- FlexBuffers -------------------------------------------------------------------------------------------------- */

enum { FLEX_WIDTH_32 = 2, FLEX_WIDTH_BYTES = 4 };

static int compare_keys(const void *a, const void *b) {
  return strcmp(((const mote_flex_entry *)a)->key, ((const mote_flex_entry *)b)->key);
}

/* Offsets lead backward here. */
static void put_offset_to(mote_flat_writer *w, size_t target) {
  mote_flat_put_int(w, (uint32_t)(w->size - target), FLEX_WIDTH_BYTES);
}

void mote_flex_put_map(mote_flat_writer *w, mote_flex_entry *entries, size_t count) {
  if (count > 0) {
    qsort(entries, count, sizeof *entries, compare_keys);
  }
  for (size_t i = 0; i < count; i++) {
    entries[i].position = w->size;
    mote_flat_put(w, entries[i].key, strlen(entries[i].key) + 1);
  }
  mote_flat_align(w, FLEX_WIDTH_BYTES, 0);
  mote_flat_put_int(w, (uint32_t)count, FLEX_WIDTH_BYTES);
  size_t keys = w->size;
  for (size_t i = 0; i < count; i++) {
    put_offset_to(w, entries[i].position);
  }
  put_offset_to(w, keys);
  mote_flat_put_int(w, FLEX_WIDTH_BYTES, FLEX_WIDTH_BYTES);
  mote_flat_put_int(w, (uint32_t)count, FLEX_WIDTH_BYTES);
  size_t values = w->size;
  for (size_t i = 0; i < count; i++) {
    mote_flat_put_int(w, entries[i].value, FLEX_WIDTH_BYTES);
  }
  for (size_t i = 0; i < count; i++) {
    mote_flat_put_int(w, (uint32_t)entries[i].type << 2 | FLEX_WIDTH_32, 1);
  }
  mote_flat_align(w, FLEX_WIDTH_BYTES, 0);
  put_offset_to(w, values);
  mote_flat_put_int(w, MOTE_FLEX_MAP << 2 | FLEX_WIDTH_32, 1);
  mote_flat_put_int(w, FLEX_WIDTH_BYTES, 1);
}
