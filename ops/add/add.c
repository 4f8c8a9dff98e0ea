/* SPDX-License-Identifier: Apache-2.0 */
#include "add.h"

static inline float add_f32(const mote_binary_f32_params *p, float a, float b) {
  return mote_clampf(a + b, p->min, p->max);
}

static inline int32_t add_s32(const mote_binary_s32_params *p, int32_t a, int32_t b) {
  return mote_clamp((int32_t)((uint32_t)a + (uint32_t)b), p->min, p->max);
}

static inline int64_t add_s64(const mote_binary_s32_params *p, int64_t a, int64_t b) {
  return mote_clamp_s64((int64_t)((uint64_t)a + (uint64_t)b), p);
}

MOTE_BINARY_KERNEL(mote_add_f32_c, mote_binary_f32_params, float, float, float, add_f32)
MOTE_BINARY_KERNEL(mote_add_s32_c, mote_binary_s32_params, int32_t, int32_t, int32_t, add_s32)
MOTE_BINARY_KERNEL(mote_add_s64_c, mote_binary_s32_params, mote_int64, mote_int64, mote_int64, add_s64)
