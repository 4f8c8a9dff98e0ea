/* SPDX-License-Identifier: Apache-2.0 */
#include "abs.h"

#include "../common/math.h"

static inline int32_t magnitude(int32_t x) {
  return x < 0 ? (int32_t)(0 - (uint32_t)x) : x;
}

MOTE_RESCALE_KERNEL(mote_abs_s8_c, int8_t, int8_t, magnitude)
MOTE_RESCALE_KERNEL(mote_abs_s16_c, int16_t, int16_t, magnitude)
MOTE_UNARY_KERNEL(mote_abs_f32_c, float, float, mote_fabsf)
MOTE_UNARY_KERNEL(mote_abs_s32_c, int32_t, int32_t, magnitude)
