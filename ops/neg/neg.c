/* SPDX-License-Identifier: Apache-2.0 */
#include "neg.h"

static inline float minus_f32(float x) {
  return -x;
}

static inline int32_t minus_s32(int32_t x) {
  return (int32_t)(0 - (uint32_t)x);
}

static inline int64_t minus_s64(int64_t x) {
  return (int64_t)(0 - (uint64_t)x);
}

MOTE_RESCALE_KERNEL(mote_neg_s8_c, int8_t, int8_t, minus_s32)
MOTE_RESCALE_KERNEL(mote_neg_s16_c, int16_t, int16_t, minus_s32)
MOTE_UNARY_KERNEL(mote_neg_f32_c, float, float, minus_f32)
MOTE_UNARY_KERNEL(mote_neg_s32_c, int32_t, int32_t, minus_s32)
MOTE_UNARY_KERNEL(mote_neg_s64_c, mote_int64, mote_int64, minus_s64)
