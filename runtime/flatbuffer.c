/* SPDX-License-Identifier: Apache-2.0 */
#include "flatbuffer.h"

#include <stddef.h>

static bool in_file(mote_reader *r, uint32_t position, uint32_t bytes) {
  if (r->bad || bytes > r->bytes || position > r->bytes - bytes) {
    r->bad = true;
  }
  return !r->bad;
}

int32_t mote_read_int(mote_reader *r, uint32_t position, uint32_t bytes) {
  if (!in_file(r, position, bytes)) {
    return 0;
  }
  const uint8_t *p = r->data + position;
  if (bytes == 1) {
    return (int8_t)p[0];
  }
  uint32_t low = p[0] | (uint32_t)p[1] << 8;
  if (bytes == 2) {
    return (int16_t)low;
  }
  return (int32_t)(low | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24);
}

uint32_t mote_read_offset(mote_reader *r, uint32_t position) {
  uint32_t offset = (uint32_t)mote_read_int(r, position, 4);
  /* Offsets lead forward from where they stand; position is in the file, so the sum cannot wrap once offset is. */
  if (!in_file(r, offset, 0) || offset == 0) {
    r->bad = true;
    return 0;
  }
  return in_file(r, position + offset, 4) ? position + offset : 0;
}

/* Where field `slot` of the table stands; 0 when the file leaves it out. */
static uint32_t field(mote_reader *r, uint32_t table, uint32_t slot) {
  uint32_t vtable = table - (uint32_t)mote_read_int(r, table, 4);
  uint32_t vtable_bytes = (uint16_t)mote_read_int(r, vtable, 2);
  uint32_t entry = 4 + 2 * slot;
  if (r->bad || entry + 2 > vtable_bytes) {
    return 0;
  }
  uint32_t offset = (uint16_t)mote_read_int(r, vtable + entry, 2);
  return offset ? table + offset : 0;
}

int32_t mote_read_scalar(mote_reader *r, uint32_t table, uint32_t slot, uint32_t bytes, int32_t otherwise) {
  uint32_t position = field(r, table, slot);
  return position ? mote_read_int(r, position, bytes) : otherwise;
}

uint32_t mote_read_table(mote_reader *r, uint32_t table, uint32_t slot) {
  uint32_t position = field(r, table, slot);
  return position ? mote_read_offset(r, position) : 0;
}

mote_vector mote_read_vector(mote_reader *r, uint32_t table, uint32_t slot, uint32_t element_bytes) {
  mote_vector none = {0, 0};
  uint32_t position = mote_read_table(r, table, slot);
  if (position == 0) {
    return none;
  }
  mote_vector v = {position + 4, (uint32_t)mote_read_int(r, position, 4)};
  if (r->bad || v.count > (r->bytes - v.position) / element_bytes || (v.position & 3) != 0) {
    r->bad = true;
    return none;
  }
  return v;
}

uint32_t mote_read_element(mote_reader *r, mote_vector tables, uint32_t i) {
  if (i >= tables.count) {
    r->bad = true;
    return 0;
  }
  return mote_read_offset(r, tables.position + 4 * i);
}

/* The library has no memcmp or strlen to call. */
bool mote_read_is(const mote_reader *r, mote_vector string, const char *text) {
  uint32_t i = 0;
  while (i < string.count && text[i] != '\0' && r->data[string.position + i] == (uint8_t)text[i]) {
    i++;
  }
  return !r->bad && i == string.count && text[i] == '\0';
}

bool mote_read_same(const mote_reader *r, mote_vector a, mote_vector b) {
  bool same = !r->bad && a.count == b.count;
  for (uint32_t i = 0; same && i < a.count; i++) {
    same = r->data[a.position + i] == r->data[b.position + i];
  }
  return same;
}
