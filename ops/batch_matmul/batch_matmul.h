/* SPDX-License-Identifier: Apache-2.0 */
/*
 * BATCH_MATMUL: y[b][i][j] = sum over k of x[b][i][k] * w[b][k][j], each matrix possibly stored transposed; batches
 * broadcast.
 */
#ifndef MOTE_OPS_BATCH_MATMUL_H
#define MOTE_OPS_BATCH_MATMUL_H

#include "../common/strided.h"

/* Params of all types begin with it. Distances are in elements. */
typedef struct mote_batch_matmul {
  int32_t rows, columns, depth; /* of y, of y, of a sum */
  int32_t x_row, x_step;        /* from row to row of x, and along a sum */
  int32_t w_column, w_step;     /* from column to column of w, and along a sum */
  int32_t batch_axes;           /* in the extra operand, outermost first; their strides are those of x and w */
} mote_batch_matmul;

/* y = clamp(multiplier * 2^(shift - 31) * (sum over k of (x - x_zero_point) * (w - w_zero_point)) + y_zero_point) */
typedef struct mote_batch_matmul_params {
  mote_batch_matmul shape;
  int32_t multiplier;
  int16_t shift;
  int16_t x_zero_point, w_zero_point, y_zero_point; /* of int16 all 0 */
} mote_batch_matmul_params;

typedef struct mote_batch_matmul_f32_params {
  mote_batch_matmul shape;
} mote_batch_matmul_f32_params;

/* Depths at which no sum leaves 32 bits (int8) and 47 bits (int16). */
enum { MOTE_BATCH_MATMUL_MAX_DEPTH_S8 = 1 << 15, MOTE_BATCH_MATMUL_MAX_DEPTH_S16 = 1 << 16 };

void mote_batch_matmul_s8_c(const mote_batch_matmul_params *p, const mote_strided_axis *axes, const int8_t *x,
                            const int8_t *w, int8_t *y);
void mote_batch_matmul_s16_c(const mote_batch_matmul_params *p, const mote_strided_axis *axes, const int16_t *x,
                             const int16_t *w, int16_t *y);
void mote_batch_matmul_f32_c(const mote_batch_matmul_f32_params *p, const mote_strided_axis *axes, const float *x,
                             const float *w, float *y);

#define mote_batch_matmul_s8  mote_batch_matmul_s8_c
#define mote_batch_matmul_s16 mote_batch_matmul_s16_c
#define mote_batch_matmul_f32 mote_batch_matmul_f32_c

#endif
