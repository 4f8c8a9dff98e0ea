/* SPDX-License-Identifier: Apache-2.0 */
#include "mote/mote.h"

static const uint8_t bits_of_type[MOTE_TYPE_COUNT] = {0, 32, 16, 4, 8, 16, 32, 64, 8, 16, 32, 64, 8, 32};

uint32_t mote_type_bytes(mote_type type, uint32_t count) {
  return (count * bits_of_type[type] + 7) / 8;
}

const char *mote_type_name(mote_type type) {
  static const char names[MOTE_TYPE_COUNT][9] = {"none",   "float32", "float16", "int4",    "int8",
                                                 "int16",  "int32",   "int64",   "uint8",   "uint16",
                                                 "uint32", "uint64",  "bool",    "resource"};
  return type < MOTE_TYPE_COUNT ? names[type] : "unknown";
}
