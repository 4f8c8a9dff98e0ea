/* SPDX-License-Identifier: Apache-2.0 */
/* LEAKY_RELU: y = x where x is positive, alpha * x elsewhere. */
#ifndef MOTE_OPS_LEAKY_RELU_H
#define MOTE_OPS_LEAKY_RELU_H

#include "../common/unary.h"

typedef struct mote_leaky_relu_params {
  int32_t count;
  int32_t multiplier, alpha_multiplier; /* scale(x) / scale(y), the same * |alpha|: multiplier * 2^(shift - 31) */
  int8_t shift, alpha_shift;
  int8_t alpha_sign, unused;
  int16_t x_zero_point, y_zero_point;
} mote_leaky_relu_params;

typedef struct mote_leaky_relu_f32_params {
  int32_t count;
  float alpha;
} mote_leaky_relu_f32_params;

void mote_leaky_relu_s8_c(const mote_leaky_relu_params *p, int32_t count, const int8_t *x, int8_t *y);
void mote_leaky_relu_s16_c(const mote_leaky_relu_params *p, int32_t count, const int16_t *x, int16_t *y);
void mote_leaky_relu_f32_c(const mote_leaky_relu_f32_params *p, int32_t count, const float *x, float *y);

#define mote_leaky_relu_s8  mote_leaky_relu_s8_c
#define mote_leaky_relu_s16 mote_leaky_relu_s16_c
#define mote_leaky_relu_f32 mote_leaky_relu_f32_c

#endif
