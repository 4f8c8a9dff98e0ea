/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads a FlexBuffers map, the form that the options of TFLite's custom operators have, from a file that may be damaged or
 * hostile. Every access is checked against the length; the first wrong one sets `bad` and all return 0 from then on.
 *
 * The map is at the end: its values' offset, type and the offset's width. Offsets lead back. Before the values stand the
 * offset and element width of the vector of keys (strings ending in 0) and the number of values; after them their types.
 */
#ifndef MOTE_OPS_COMMON_FLEXBUFFER_H
#define MOTE_OPS_COMMON_FLEXBUFFER_H

#include <stdbool.h>
#include <stdint.h>

typedef struct mote_flexbuffer {
  const uint8_t *data;
  uint32_t bytes;
  bool bad;
} mote_flexbuffer;

enum {
  MOTE_FLEX_NULL,
  MOTE_FLEX_INT,
  MOTE_FLEX_UINT,
  MOTE_FLEX_FLOAT,
  MOTE_FLEX_INDIRECT_INT = 6,
  MOTE_FLEX_INDIRECT_UINT,
  MOTE_FLEX_INDIRECT_FLOAT,
  MOTE_FLEX_MAP,
  MOTE_FLEX_BOOL = 26,
};

typedef struct mote_flex_value {
  uint32_t position;
  uint8_t width; /* in bytes */
  uint8_t type;  /* MOTE_FLEX_INT, _UINT, _FLOAT, _BOOL or what mote has no use for; _NULL: there is no such key */
} mote_flex_value;

/* The value of `key` in the map that the buffer is. */
mote_flex_value mote_flex_find(mote_flexbuffer *f, const char *key);

/* The low 32 bits of an integer or bool. */
int32_t mote_flex_int(mote_flexbuffer *f, mote_flex_value value);
/* The bits of a number as a float. */
uint32_t mote_flex_float(mote_flexbuffer *f, mote_flex_value value);

#endif
