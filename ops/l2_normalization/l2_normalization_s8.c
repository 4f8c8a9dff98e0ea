/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/fixed_point.h"
#include "../common/saturate.h"
#include "l2_normalization.h"

void mote_l2_normalization_s8_c(const mote_l2_normalization_params *p, const int8_t *x, int8_t *y) {
  const int32_t zero = p->x_zero_point;
  for (int32_t i = 0; i < p->vectors; i++, x += p->depth, y += p->depth) {
    int32_t sum = 0, shift;
    for (int32_t d = 0; d < p->depth; d++) {
      int32_t value = x[d] - zero;
      sum += value * value;
    }
    int32_t multiplier = mote_fixed_inverse_sqrt(sum, &shift);
    for (int32_t d = 0; d < p->depth; d++) {
      y[d] = mote_saturate_s8(mote_multiply(x[d] - zero, multiplier, shift + 7)); /* the scale of y is 2^-7 */
    }
  }
}
