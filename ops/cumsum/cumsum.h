/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CUMSUM: y[i] = x[0] + … + x[i] along a dimension; exclusive: without x[i]; reverse: from the last element on.
 *
 * x: outer × count × inner. Integers without a scale wrap around. y may be x.
 */
#ifndef MOTE_OPS_CUMSUM_H
#define MOTE_OPS_CUMSUM_H

#include "../common/load.h"
#include "mote/kernel.h"

typedef struct mote_cumsum_params {
  int32_t outer, count, inner;
  int32_t is_exclusive, is_reverse;
} mote_cumsum_params;

/* y = clamp(multiplier * 2^(-31 - right_shift) * (sum of (x - x_zero_point)) * 2^19 + y_zero_point) */
typedef struct mote_cumsum_s8_params {
  mote_cumsum_params shape;
  int32_t multiplier;
  int16_t right_shift;
  int8_t x_zero_point, y_zero_point;
} mote_cumsum_s8_params;

void mote_cumsum_s8_c(const mote_cumsum_s8_params *p, const int8_t *x, int8_t *y);
void mote_cumsum_f32_c(const mote_cumsum_params *p, const float *x, float *y);
void mote_cumsum_s32_c(const mote_cumsum_params *p, const int32_t *x, int32_t *y);
void mote_cumsum_s64_c(const mote_cumsum_params *p, const mote_int64 *x, mote_int64 *y);

#define mote_cumsum_s8  mote_cumsum_s8_c
#define mote_cumsum_f32 mote_cumsum_f32_c
#define mote_cumsum_s32 mote_cumsum_s32_c
#define mote_cumsum_s64 mote_cumsum_s64_c

#endif
