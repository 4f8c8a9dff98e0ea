/* SPDX-License-Identifier: Apache-2.0 */
/*
 * TRANSPOSE_CONV: y[oy][ox][u] = act(bias[u] + sum of x[iy][ix][c] * w[u][ky][kx][c])
 *                 over all c and all (iy, ky), (ix, kx) with iy * stride_h + ky = oy + pad_top, ix likewise
 *
 * x: height × width × channels, w: units × window height × window width × channels, bias: units or NULL,
 * y: height × width × units. Rows are rows of y. A call is about one image: batches are the caller's loop.
 */
#ifndef MOTE_OPS_TRANSPOSE_CONV_H
#define MOTE_OPS_TRANSPOSE_CONV_H

#include "../common/image.h"

/* What all types have in common. The window lies on y, where it stands for each pixel of x; no dilation. */
typedef struct mote_transpose_conv_geometry {
  mote_image x, y;
  mote_window window;
  int32_t batches;
} mote_transpose_conv_geometry;

typedef struct mote_transpose_conv_params {
  mote_transpose_conv_geometry g;
  mote_requant q;
  int16_t x_zero_point;
  int16_t bias_bytes; /* s16: of one bias: 8, 4, 2, or 0 without */
} mote_transpose_conv_params;

typedef struct mote_transpose_conv_f32_params {
  mote_transpose_conv_geometry g;
  float min, max;
} mote_transpose_conv_f32_params;

typedef struct mote_transpose_conv_hybrid_params {
  mote_transpose_conv_geometry g;
  float min, max;
  int32_t per_channel; /* 1: the weights' scales are one a unit; 0: one for all */
} mote_transpose_conv_hybrid_params;

/* int8: y = clamp(scale * (bias + sum (x - x_zero_point) * w) + y_offset), a 32-bit sum. */
void mote_transpose_conv_s8_c(const mote_transpose_conv_params *p, mote_rows rows, const int8_t *x, const int8_t *w,
                              const int32_t *bias, const int32_t *scales, int8_t *y);

/* int16 x and y, int8 w; with int32 biases a 32-bit sum, otherwise 64 bits. int64 biases at a 4-byte boundary. */
void mote_transpose_conv_s16_c(const mote_transpose_conv_params *p, mote_rows rows, const int16_t *x, const int8_t *w,
                               const void *bias, const int32_t *scales, int16_t *y);

void mote_transpose_conv_f32_c(const mote_transpose_conv_f32_params *p, mote_rows rows, const float *x, const float *w,
                               const float *bias, float *y);

/* x: quantised inputs, real = x_scale * (x - x_zero_point). */
void mote_transpose_conv_hybrid_c(const mote_transpose_conv_hybrid_params *p, mote_rows rows, const int8_t *x,
                                  float x_scale, int32_t x_zero_point, const int8_t *w, const float *w_scales,
                                  const float *bias, float *y);

#define mote_transpose_conv_s8     mote_transpose_conv_s8_c
#define mote_transpose_conv_s16    mote_transpose_conv_s16_c
#define mote_transpose_conv_f32    mote_transpose_conv_f32_c
#define mote_transpose_conv_hybrid mote_transpose_conv_hybrid_c

#endif
