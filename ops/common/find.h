/* SPDX-License-Identifier: Apache-2.0 */
/* Is one of the elements `value`? So that division by zero is an error before anything is written. */
#ifndef MOTE_OPS_COMMON_FIND_H
#define MOTE_OPS_COMMON_FIND_H

#include <stdbool.h>
#include <stdint.h>

#include "load.h"

#define MOTE_FIND(name, type)                                                                                          \
  static inline bool name(int32_t count, const type *x, type value) {                                                  \
    bool found = false;                                                                                                \
    for (int32_t i = 0; i < count; i++) {                                                                              \
      found |= x[i] == value;                                                                                          \
    }                                                                                                                  \
    return found;                                                                                                      \
  }

MOTE_FIND(mote_find_s8, int8_t)
MOTE_FIND(mote_find_s16, int16_t)
MOTE_FIND(mote_find_s32, int32_t)
MOTE_FIND(mote_find_s64, mote_int64)
MOTE_FIND(mote_find_f32, float)

#undef MOTE_FIND

#endif
