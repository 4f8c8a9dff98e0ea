/* SPDX-License-Identifier: Apache-2.0 */
/* PRELU: y = x where x is not negative, alpha * x elsewhere; alpha broadcasts to x. With int16, alpha is int8. */
#ifndef MOTE_OPS_PRELU_H
#define MOTE_OPS_PRELU_H

#include "../common/binary.h"

typedef struct mote_prelu_params {
  mote_broadcast shape;
  int32_t multiplier, alpha_multiplier; /* scale(x) / scale(y), the same * scale(alpha): multiplier * 2^(shift - 31) */
  int8_t shift, alpha_shift;
  int16_t x_zero_point, alpha_zero_point, y_zero_point;
} mote_prelu_params;

void mote_prelu_s8_c(const mote_prelu_params *p, int32_t count, const int8_t *x, const int8_t *alpha, int8_t *y);
void mote_prelu_s16_c(const mote_prelu_params *p, int32_t count, const int16_t *x, const int8_t *alpha, int16_t *y);
void mote_prelu_f32_c(const mote_binary_params *p, int32_t count, const float *x, const float *alpha, float *y);

#define mote_prelu_s8  mote_prelu_s8_c
#define mote_prelu_s16 mote_prelu_s16_c
#define mote_prelu_f32 mote_prelu_f32_c

#endif
