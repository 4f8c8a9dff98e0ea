/* SPDX-License-Identifier: Apache-2.0 */
#include "hard_swish.h"

#include "../common/saturate.h"

/* x * y / 2^15 to the nearest, halves up. */
static inline int32_t multiply_16(int32_t x, int32_t y) {
  return (x * y + (1 << 14)) >> 15;
}

/* The gate in Q15: (x + 3) / 6, where it is between 0 and 1. `x` is the difference to the zero point, times 128. */
static inline int32_t gate(const mote_hard_swish_params *p, int32_t x) {
  int32_t up = p->relu_shift > 0 ? p->relu_shift : 0;
  if (up > 0) { /* all but the last bit of the shift before the multiplication, each step saturating */
    int32_t limit = INT16_MAX >> (up - 1);
    x = x > limit ? INT16_MAX : x < -limit - 1 ? INT16_MIN : x * (1 << (up - 1));
  }
  x = multiply_16(x, p->relu_multiplier);
  x = up > 0 ? mote_saturate_s16(2 * x) : mote_rounding_shift(x, -p->relu_shift);
  return (x + (1 << 15)) >> 1;
}

static inline int8_t hard_swish_s8(const mote_hard_swish_params *p, int32_t difference) {
  int32_t x = difference * 128;
  int32_t product = gate(p, x) * multiply_16(x, p->y_multiplier);
  product = (product + (product < 0 ? INT16_MAX : 0)) >> 15; /* towards zero */
  return mote_saturate_s8(mote_rounding_shift(product, -p->y_shift) + p->y_zero_point);
}

void mote_hard_swish_s8_c(const mote_hard_swish_params *p, int32_t count, const int8_t *x, int8_t *y) {
  const mote_hard_swish_params q = *p;
  for (int32_t i = 0; i < count; i++) {
    y[i] = hard_swish_s8(&q, x[i] - q.x_zero_point);
  }
}

static inline float hard_swish_f32(float x) {
  float gate = x + 3;
  gate = gate < 0 ? 0 : gate;
  gate = gate > 6 ? 6 : gate;
  return x * gate / 6;
}

MOTE_UNARY_KERNEL(mote_hard_swish_f32_c, float, float, hard_swish_f32)
