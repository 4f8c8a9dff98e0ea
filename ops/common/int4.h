/* SPDX-License-Identifier: Apache-2.0 */
/* int4 weights stand two a byte, the low half first; a unit may begin in the middle of a byte. */
#ifndef MOTE_OPS_COMMON_INT4_H
#define MOTE_OPS_COMMON_INT4_H

#include <stdint.h>

static inline int32_t mote_low_half(int8_t pair) {
  return (int8_t)((uint32_t)pair << 4) >> 4;
}

static inline int32_t mote_high_half(int8_t pair) {
  return pair >> 4;
}

#endif
