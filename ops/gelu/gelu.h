/* SPDX-License-Identifier: Apache-2.0 */
/*
 * GELU: y = x / 2 * (1 + erf(x / sqrt(2))), or the approximation x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 x^3))).
 * Quantised: a table, see common/lookup.h.
 */
#ifndef MOTE_OPS_GELU_H
#define MOTE_OPS_GELU_H

#include "../common/unary.h"

typedef struct mote_gelu_f32_params {
  int32_t count;
  int32_t approximate; /* 0 or 1 */
} mote_gelu_f32_params;

void mote_gelu_f32_c(int32_t count, const float *x, float *y);
void mote_gelu_approximate_f32_c(int32_t count, const float *x, float *y);

#define mote_gelu_f32             mote_gelu_f32_c
#define mote_gelu_approximate_f32 mote_gelu_approximate_f32_c

/* For one value. */
float mote_gelu(float x);
float mote_gelu_approximate(float x);

#endif
