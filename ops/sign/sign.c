/* SPDX-License-Identifier: Apache-2.0 */
#include "sign.h"

static inline float sign_f32(float x) {
  return x > 0 ? 1.0f : x < 0 ? -1.0f : x == 0 ? 0.0f : x;
}

static inline int32_t sign_s32(int32_t x) {
  return (x > 0) - (x < 0);
}

MOTE_UNARY_KERNEL(mote_sign_f32_c, float, float, sign_f32)
MOTE_UNARY_KERNEL(mote_sign_s32_c, int32_t, int32_t, sign_s32)
