/* SPDX-License-Identifier: Apache-2.0 */
/* HARD_SWISH: y = x * min(max(x + 3, 0), 6) / 6. */
#ifndef MOTE_OPS_HARD_SWISH_H
#define MOTE_OPS_HARD_SWISH_H

#include "../common/unary.h"

/* Two scales in 16 bits, multiplier * 2^(shift - 15), of the input times 128: to the output; to 3 / 32768. */
typedef struct mote_hard_swish_params {
  int32_t count;
  int16_t y_multiplier, y_shift; /* y_shift: at most 0 */
  int16_t relu_multiplier, relu_shift;
  int16_t x_zero_point, y_zero_point;
} mote_hard_swish_params;

void mote_hard_swish_s8_c(const mote_hard_swish_params *p, int32_t count, const int8_t *x, int8_t *y);
void mote_hard_swish_f32_c(int32_t count, const float *x, float *y);

#define mote_hard_swish_s8  mote_hard_swish_s8_c
#define mote_hard_swish_f32 mote_hard_swish_f32_c

#endif
