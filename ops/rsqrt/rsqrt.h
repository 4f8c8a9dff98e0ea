/* SPDX-License-Identifier: Apache-2.0 */
/* RSQRT: y = 1 / sqrt(x). Quantised inputs may not be negative; 0 gives the largest output. int16: a table. */
#ifndef MOTE_OPS_RSQRT_H
#define MOTE_OPS_RSQRT_H

#include "../common/unary.h"

typedef struct mote_rsqrt_params {
  int32_t count;
  int32_t multiplier; /* 1 / sqrt(scale(x)) / scale(y) = multiplier * 2^(shift - 31) */
  int16_t shift;
  int16_t x_zero_point, y_zero_point, unused;
} mote_rsqrt_params;

void mote_rsqrt_s8_c(const mote_rsqrt_params *p, int32_t count, const int8_t *x, int8_t *y);
void mote_rsqrt_f32_c(int32_t count, const float *x, float *y);

#define mote_rsqrt_s8  mote_rsqrt_s8_c
#define mote_rsqrt_f32 mote_rsqrt_f32_c

#endif
