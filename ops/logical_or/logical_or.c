/* SPDX-License-Identifier: Apache-2.0 */
#include "logical_or.h"

static inline uint8_t logical_or(const mote_binary_params *p, uint8_t a, uint8_t b) {
  (void)p;
  return a != 0 || b != 0;
}

MOTE_BINARY_KERNEL(mote_logical_or_c, mote_binary_params, uint8_t, uint8_t, uint8_t, logical_or)
