/* SPDX-License-Identifier: Apache-2.0 */
#include "pow.h"

#include "../common/math.h"

static inline float pow_f32(const mote_binary_params *p, float a, float b) {
  (void)p;
  return mote_powf(a, b);
}

static inline int32_t pow_s32(const mote_checked_params *p, int32_t a, int32_t b) {
  (void)p;
  uint32_t power = (uint32_t)a, result = 1;
  for (; b > 0; b >>= 1) {
    if ((b & 1) != 0) {
      result *= power;
    }
    power *= power;
  }
  return (int32_t)result;
}

MOTE_BINARY_KERNEL(mote_pow_f32_c, mote_binary_params, float, float, float, pow_f32)
MOTE_BINARY_KERNEL(mote_pow_s32_c, mote_checked_params, int32_t, int32_t, int32_t, pow_s32)
