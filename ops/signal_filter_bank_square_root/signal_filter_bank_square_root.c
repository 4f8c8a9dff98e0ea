/* SPDX-License-Identifier: Apache-2.0 */
#include "signal_filter_bank_square_root.h"

#include <stdbool.h>

/* The integer part of the root, x > 0: 16 bits one by one, and those that follow by a division. */
static uint32_t floor_of_root(uint64_t x) {
  const int32_t left = __builtin_clzll(x) & ~1;
  const uint64_t scaled = x << left;
  uint32_t rest = (uint32_t)(scaled >> 32), root = 0;
  for (uint32_t bit = (uint32_t)1 << 30; bit != 0; bit >>= 2) {
    if (rest >= root + bit) {
      rest -= root + bit;
      root = (root >> 1) + bit;
    } else {
      root >>= 1;
    }
  }
  uint32_t more = (rest << 15 | (uint32_t)scaled >> 17) / root;
  root = root << 16 | (more < UINT16_MAX ? more : UINT16_MAX);
  if ((uint64_t)root * root > scaled) {
    root--;
  }
  return root >> (left / 2);
}

static uint32_t square_root(uint64_t x) {
  if (x == 0) {
    return 0;
  }
  const uint32_t root = floor_of_root(x), largest = x >> 32 == 0 ? UINT16_MAX : UINT32_MAX;
  const bool up = x - (uint64_t)root * root > root && root != largest;
  return root + up;
}

void mote_signal_filter_bank_square_root_u64_c(int32_t count, const mote_int64 *x, int32_t shift, uint32_t *y) {
  for (int32_t i = 0; i < count; i++) {
    y[i] = square_root((uint64_t)x[i]) >> shift;
  }
}
