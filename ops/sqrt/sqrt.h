/* SPDX-License-Identifier: Apache-2.0 */
/* SQRT: y = sqrt(x). Quantised inputs may not be negative; they are computed as floats, and cut to whole steps. */
#ifndef MOTE_OPS_SQRT_H
#define MOTE_OPS_SQRT_H

#include "../common/unary.h"

typedef struct mote_sqrt_params {
  int32_t count;
  float x_scale, y_scale;
  int32_t x_zero_point, y_zero_point;
} mote_sqrt_params;

void mote_sqrt_s8_c(const mote_sqrt_params *p, int32_t count, const int8_t *x, int8_t *y);
void mote_sqrt_s16_c(const mote_sqrt_params *p, int32_t count, const int16_t *x, int16_t *y);
void mote_sqrt_f32_c(int32_t count, const float *x, float *y);

#define mote_sqrt_s8  mote_sqrt_s8_c
#define mote_sqrt_s16 mote_sqrt_s16_c
#define mote_sqrt_f32 mote_sqrt_f32_c

#endif
