/* SPDX-License-Identifier: Apache-2.0 */
/* Looks for data outside of an operator's domain before anything is written: division by zero, roots of negatives. */
#ifndef MOTE_OPS_COMMON_FIND_H
#define MOTE_OPS_COMMON_FIND_H

#include <stdbool.h>
#include <stdint.h>

#include "load.h"

#define MOTE_FIND(suffix, type)                                                           \
  static inline bool mote_find_##suffix(int32_t count, const type *x, type value) {       \
    bool found = false;                                                                   \
    for (int32_t i = 0; i < count; i++) {                                                 \
      found |= x[i] == value;                                                             \
    }                                                                                     \
    return found;                                                                         \
  }                                                                                       \
  static inline bool mote_find_below_##suffix(int32_t count, const type *x, type limit) { \
    bool found = false;                                                                   \
    for (int32_t i = 0; i < count; i++) {                                                 \
      found |= x[i] < limit;                                                              \
    }                                                                                     \
    return found;                                                                         \
  }

MOTE_FIND(s8, int8_t)
MOTE_FIND(s16, int16_t)
MOTE_FIND(s32, int32_t)
MOTE_FIND(s64, mote_int64)
MOTE_FIND(f32, float)

#undef MOTE_FIND

#endif
