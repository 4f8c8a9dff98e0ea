/* SPDX-License-Identifier: Apache-2.0 */
#include "square.h"

static inline float square(float x) {
  return x * x;
}

MOTE_UNARY_KERNEL(mote_square_f32_c, float, float, square)
