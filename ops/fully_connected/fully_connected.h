/* SPDX-License-Identifier: Apache-2.0 */
/*
 * FULLY_CONNECTED: y[b][u] = act(sum over d of x[b][d] * w[u][d] + bias[u])
 *
 * x: batches × depth, w: units × depth, bias: units or NULL, y: batches × units. Rows are units.
 */
#ifndef MOTE_OPS_FULLY_CONNECTED_H
#define MOTE_OPS_FULLY_CONNECTED_H

#include "../common/requant.h"
#include "mote/kernel.h"

typedef struct mote_fully_connected_params {
  int32_t batches, depth, units;
  int16_t x_zero_point;
  int8_t w_zero_point; /* not s16 */
  int8_t wide;         /* s16: 1: biases and sums have 64 bits; 0: 32 */
  mote_requant q;
} mote_fully_connected_params;

typedef struct mote_fully_connected_f32_params {
  int32_t batches, depth, units;
  float min, max;
} mote_fully_connected_f32_params;

/* int8 weights, inputs quantised at run time. */
typedef struct mote_fully_connected_hybrid_params {
  int32_t batches, depth, units;
  float min, max;
  int16_t is_asymmetric; /* 1: the inputs are quantised with a zero point */
  int16_t per_channel;   /* 1: the weights have one scale a unit; 0: one for all */
} mote_fully_connected_hybrid_params;

/* int8: y = clamp(scale * (bias + sum (x - x_zero_point) * (w - w_zero_point)) + y_offset), a 32-bit sum. */
void mote_fully_connected_s8_c(const mote_fully_connected_params *p, mote_rows units, const int8_t *x, const int8_t *w,
                               const int32_t *bias, const int32_t *scales, int8_t *y);

/* The same with int4 weights, two a byte, the low half first. */
void mote_fully_connected_s4_c(const mote_fully_connected_params *p, mote_rows units, const int8_t *x, const void *w,
                               const int32_t *bias, const int32_t *scales, int8_t *y);

/* int16 x and y, int8 w. `bias`: int64 with p->wide (at a 4-byte boundary), else int32. */
void mote_fully_connected_s16_c(const mote_fully_connected_params *p, mote_rows units, const int16_t *x,
                                const int8_t *w, const void *bias, const int32_t *scales, int16_t *y);

void mote_fully_connected_f32_c(const mote_fully_connected_f32_params *p, mote_rows units, const float *x,
                                const float *w, const float *bias, float *y);

/* Inputs that have been quantised, one batch: y = act(x_scale * w_scale * sum (x - x_zero_point) * w + bias). */
void mote_fully_connected_hybrid_c(const mote_fully_connected_hybrid_params *p, mote_rows units, const int8_t *x,
                                   float x_scale, int32_t x_zero_point, const int8_t *w, const float *w_scales,
                                   const float *bias, float *y);

#define mote_fully_connected_s8     mote_fully_connected_s8_c
#define mote_fully_connected_s4     mote_fully_connected_s4_c
#define mote_fully_connected_s16    mote_fully_connected_s16_c
#define mote_fully_connected_f32    mote_fully_connected_f32_c
#define mote_fully_connected_hybrid mote_fully_connected_hybrid_c

#endif
