/* SPDX-License-Identifier: Apache-2.0 */
#include "elu.h"

#include "../common/math.h"

static inline float elu(float x) {
  return x < 0.0f ? mote_expm1f(x) : x;
}

MOTE_UNARY_KERNEL(mote_elu_f32_c, float, float, elu)
