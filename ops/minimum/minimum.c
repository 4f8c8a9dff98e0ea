/* SPDX-License-Identifier: Apache-2.0 */
#include "minimum.h"

#define MINIMUM_KERNEL(suffix, type)                                                 \
  static inline type minimum_##suffix(const mote_binary_params *p, type a, type b) { \
    (void)p;                                                                         \
    return a < b ? a : b;                                                            \
  }                                                                                  \
  MOTE_BINARY_KERNEL(mote_minimum_##suffix##_c, mote_binary_params, type, type, type, minimum_##suffix)

MINIMUM_KERNEL(s8, int8_t)
MINIMUM_KERNEL(f32, float)
MINIMUM_KERNEL(s16, int16_t)
MINIMUM_KERNEL(s32, int32_t)
MINIMUM_KERNEL(s64, mote_int64)
MINIMUM_KERNEL(u8, uint8_t)
