/* SPDX-License-Identifier: Apache-2.0 */
/*
 * DEPTHWISE_CONV_2D: y[oy][ox][c] = act(bias[c] + sum over (ky, kx) of x[iy][ix][c / multiplier] * w[ky][kx][c])
 *                    iy = oy * stride_h - pad_top + ky * dilation_h, ix likewise; outside of the image x counts as zero
 *
 * x: height × width × channels, w: window height × window width × output channels, bias: output channels or NULL,
 * y: height × width × output channels. Rows are rows of y. A call is about one image: batches are the caller's loop.
 */
#ifndef MOTE_OPS_DEPTHWISE_CONV_2D_H
#define MOTE_OPS_DEPTHWISE_CONV_2D_H

#include "../common/image.h"

/* What all types have in common. */
typedef struct mote_depthwise_geometry {
  mote_image x, y;
  mote_window window;
  uint16_t multiplier; /* output channels that one channel of x has */
  uint16_t batches;
} mote_depthwise_geometry;

typedef struct mote_depthwise_conv_2d_params {
  mote_depthwise_geometry g;
  mote_requant q;
  int32_t x_zero_point;
} mote_depthwise_conv_2d_params;

typedef struct mote_depthwise_conv_2d_f32_params {
  mote_depthwise_geometry g;
  float min, max;
} mote_depthwise_conv_2d_f32_params;

typedef struct mote_depthwise_conv_2d_hybrid_params {
  mote_depthwise_geometry g;
  float min, max;
  int32_t per_channel; /* 1: the weights' scales are one a channel; 0: one for all */
} mote_depthwise_conv_2d_hybrid_params;

/* int8: y = clamp(scale * (bias + sum (x - x_zero_point) * w) + y_offset), a 32-bit sum. */
void mote_depthwise_conv_2d_s8_c(const mote_depthwise_conv_2d_params *p, mote_rows rows, const int8_t *x,
                                 const int8_t *w, const int32_t *bias, const int32_t *scales, int8_t *y);

/* The same with int4 weights, two a byte, the low half first. */
void mote_depthwise_conv_2d_s4_c(const mote_depthwise_conv_2d_params *p, mote_rows rows, const int8_t *x, const void *w,
                                 const int32_t *bias, const int32_t *scales, int8_t *y);

/* int16 x and y, int8 w, int64 bias at a 4-byte boundary, a 64-bit sum. */
void mote_depthwise_conv_2d_s16_c(const mote_depthwise_conv_2d_params *p, mote_rows rows, const int16_t *x,
                                  const int8_t *w, const void *bias, const int32_t *scales, int16_t *y);

void mote_depthwise_conv_2d_f32_c(const mote_depthwise_conv_2d_f32_params *p, mote_rows rows, const float *x,
                                  const float *w, const float *bias, float *y);

/* x: quantised inputs, real = x_scale * (x - x_zero_point). */
void mote_depthwise_conv_2d_hybrid_c(const mote_depthwise_conv_2d_hybrid_params *p, mote_rows rows, const int8_t *x,
                                     float x_scale, int32_t x_zero_point, const int8_t *w, const float *w_scales,
                                     const float *bias, float *y);

#define mote_depthwise_conv_2d_s8     mote_depthwise_conv_2d_s8_c
#define mote_depthwise_conv_2d_s4     mote_depthwise_conv_2d_s4_c
#define mote_depthwise_conv_2d_s16    mote_depthwise_conv_2d_s16_c
#define mote_depthwise_conv_2d_f32    mote_depthwise_conv_2d_f32_c
#define mote_depthwise_conv_2d_hybrid mote_depthwise_conv_2d_hybrid_c

#endif
