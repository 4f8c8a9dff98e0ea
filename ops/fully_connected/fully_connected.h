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
  int32_t x_offset; /* minus the zero point of x */
  mote_requant q;
} mote_fully_connected_params;

typedef struct mote_fully_connected_f32_params {
  int32_t batches, depth, units;
  float min, max;
} mote_fully_connected_f32_params;

/* int8: y = clamp(scale * (bias + sum (x + x_offset) * w) + y_offset), a 32-bit accumulator. */
void mote_fully_connected_s8_c(const mote_fully_connected_params *p, mote_rows units, const int8_t *x, const int8_t *w,
                               const int32_t *bias, const int32_t *scales, int8_t *y);

void mote_fully_connected_f32_c(const mote_fully_connected_f32_params *p, mote_rows units, const float *x,
                                const float *w, const float *bias, float *y);

#define mote_fully_connected_s8 mote_fully_connected_s8_c
#define mote_fully_connected_f32 mote_fully_connected_f32_c

#endif
