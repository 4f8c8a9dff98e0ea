/* SPDX-License-Identifier: Apache-2.0 */
/* L2_NORMALIZATION: y = x / sqrt(sum of x^2), the sum going along the last dimension. */
#ifndef MOTE_OPS_L2_NORMALIZATION_H
#define MOTE_OPS_L2_NORMALIZATION_H

#include "mote/kernel.h"

typedef struct mote_l2_normalization_params {
  int32_t vectors, depth;
  int32_t x_zero_point; /* of int8 */
} mote_l2_normalization_params;

/* The depth at which no sum of squares leaves 32 bits. */
enum { MOTE_L2_NORMALIZATION_MAX_DEPTH_S8 = 1 << 15 };

/* The scale of y is 1/128, its zero point 0. y may be x, as in the other one. */
void mote_l2_normalization_s8_c(const mote_l2_normalization_params *p, const int8_t *x, int8_t *y);
/* The norm is at least 1e-6. */
void mote_l2_normalization_f32_c(const mote_l2_normalization_params *p, const float *x, float *y);

#define mote_l2_normalization_s8  mote_l2_normalization_s8_c
#define mote_l2_normalization_f32 mote_l2_normalization_f32_c

#endif
