/* SPDX-License-Identifier: Apache-2.0 */
#include "gelu.h"

#include "../common/math.h"

float mote_gelu(float x) {
  return 0.5f * x * (1.0f + mote_erff(x * 0.707106781f));
}

float mote_gelu_approximate(float x) {
  return 0.5f * x * (1.0f + mote_tanhf(0.797884561f * (x + 0.044715f * x * x * x)));
}

MOTE_UNARY_KERNEL(mote_gelu_f32_c, float, float, mote_gelu)
MOTE_UNARY_KERNEL(mote_gelu_approximate_f32_c, float, float, mote_gelu_approximate)
