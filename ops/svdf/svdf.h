/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SVDF: a fully connected layer over time, of low rank. Each filter has one value a run, the product of its feature
 * weights with the input, and remembers the last `memory` of them:
 *
 *     y[u] = act(bias[u] + sum over the filters f of unit u, and m < memory, of time[f][m] * state[f][m])
 *
 * x: batches × depth, feature: filters × depth, time: filters × memory, bias: units or NULL, state: batches × filters ×
 * memory, the latest value last; y: batches × units, with `rank` filters for each unit. Rows are units.
 */
#ifndef MOTE_OPS_SVDF_H
#define MOTE_OPS_SVDF_H

#include "mote/kernel.h"

typedef struct mote_svdf_shape {
  int32_t batches, depth, units, rank, memory;
} mote_svdf_shape;

typedef struct mote_svdf_params {
  mote_svdf_shape shape;
  int32_t state_multiplier, y_multiplier;
  int16_t state_shift, y_shift;
  int16_t x_zero_point, state_zero_point;
  int16_t y_zero_point;
  int16_t unused;
} mote_svdf_params;

typedef struct mote_svdf_f32_params {
  mote_svdf_shape shape;
  float min, max;
} mote_svdf_f32_params;

/* Float with int8 weights. */
typedef struct mote_svdf_hybrid_params {
  mote_svdf_shape shape;
  float min, max;
  float feature_scale, time_scale;
  int32_t is_asymmetric;
} mote_svdf_hybrid_params;

/* int8, with an int16 or an int8 state. Sums wrap around, as the reference's do. */
void mote_svdf_s8_c(const mote_svdf_params *p, mote_rows units, const int8_t *x, const int8_t *feature,
                    const int16_t *time, const int32_t *bias, int16_t *state, int8_t *y);
void mote_svdf_s8_s8_c(const mote_svdf_params *p, mote_rows units, const int8_t *x, const int8_t *feature,
                       const int8_t *time, const int32_t *bias, int8_t *state, int8_t *y);

void mote_svdf_f32_c(const mote_svdf_f32_params *p, mote_rows units, const float *x, const float *feature,
                     const float *time, const float *bias, float *state, float *y);

/* One batch, whose input has been quantised: x_scale * (x[d] - x_zero_point). */
void mote_svdf_hybrid_c(const mote_svdf_hybrid_params *p, mote_rows units, const int8_t *x, float x_scale,
                        int32_t x_zero_point, const int8_t *feature, const int8_t *time, const float *bias,
                        float *state, float *y);

#define mote_svdf_s8     mote_svdf_s8_c
#define mote_svdf_s8_s8  mote_svdf_s8_s8_c
#define mote_svdf_f32    mote_svdf_f32_c
#define mote_svdf_hybrid mote_svdf_hybrid_c

#endif
