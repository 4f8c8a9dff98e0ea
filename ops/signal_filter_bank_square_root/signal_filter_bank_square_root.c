/* SPDX-License-Identifier: Apache-2.0 */
#include "signal_filter_bank_square_root.h"

static uint32_t square_root(uint64_t x) {
  if (x == 0) {
    return 0;
  }
  const uint32_t largest = x >> 32 == 0 ? UINT16_MAX : UINT32_MAX;
  uint64_t root = 0; /* bit by bit; the bits still to come are those up to the square root of `bit` */
  for (uint64_t bit = (uint64_t)1 << ((63 - __builtin_clzll(x)) & ~1); bit != 0; bit >>= 2) {
    if (x >= root + bit) {
      x -= root + bit;
      root = (root >> 1) + bit;
    } else {
      root >>= 1;
    }
  }
  return (uint32_t)root + (x > root && root != largest ? 1 : 0);
}

void mote_signal_filter_bank_square_root_u64_c(int32_t count, const mote_int64 *x, int32_t shift, uint32_t *y) {
  for (int32_t i = 0; i < count; i++) {
    y[i] = square_root((uint64_t)x[i]) >> shift;
  }
}
