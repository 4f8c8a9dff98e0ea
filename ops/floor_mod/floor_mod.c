/* SPDX-License-Identifier: Apache-2.0 */
#include "floor_mod.h"

#include "../common/math.h"

static inline float floor_mod_f32(const mote_binary_params *p, float a, float b) {
  (void)p;
  float rest = mote_fmodf(a, b);
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

/* The remainder by -1 is 0 without a division, which the lowest number would overflow. */
#define FLOOR_MOD_KERNEL(suffix, type)                                                  \
  static inline type floor_mod_##suffix(const mote_checked_params *p, type a, type b) { \
    (void)p;                                                                            \
    type rest = (type)(b == -1 ? 0 : a % b);                                            \
    return (type)(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest);                \
  }                                                                                     \
  MOTE_BINARY_KERNEL(mote_floor_mod_##suffix##_c, mote_checked_params, type, type, type, floor_mod_##suffix)

MOTE_BINARY_KERNEL(mote_floor_mod_f32_c, mote_binary_params, float, float, float, floor_mod_f32)
FLOOR_MOD_KERNEL(s8, int8_t)
FLOOR_MOD_KERNEL(s16, int16_t)
FLOOR_MOD_KERNEL(s32, int32_t)
FLOOR_MOD_KERNEL(s64, mote_int64)
