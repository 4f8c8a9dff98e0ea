/* SPDX-License-Identifier: Apache-2.0 */
#include "logical_not.h"

static inline uint8_t logical_not(uint8_t x) {
  return x == 0;
}

MOTE_UNARY_KERNEL(mote_logical_not_c, uint8_t, uint8_t, logical_not)
