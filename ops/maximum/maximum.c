/* SPDX-License-Identifier: Apache-2.0 */
#include "maximum.h"

#define MAXIMUM_KERNEL(suffix, type)                                                 \
  static inline type maximum_##suffix(const mote_binary_params *p, type a, type b) { \
    (void)p;                                                                         \
    return a > b ? a : b;                                                            \
  }                                                                                  \
  MOTE_BINARY_KERNEL(mote_maximum_##suffix##_c, mote_binary_params, type, type, type, maximum_##suffix)

MAXIMUM_KERNEL(s8, int8_t)
MAXIMUM_KERNEL(f32, float)
MAXIMUM_KERNEL(s16, int16_t)
MAXIMUM_KERNEL(s32, int32_t)
MAXIMUM_KERNEL(s64, mote_int64)
MAXIMUM_KERNEL(u8, uint8_t)
