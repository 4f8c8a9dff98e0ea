/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CONV_2D: y[oy][ox][u] = act(bias[u] + sum over (ky, kx, c) of x[iy][ix][c] * w[u][ky][kx][c])
 *          iy = oy * stride_h - pad_top + ky * dilation_h, ix likewise; outside of the image x counts as zero
 *
 * x: height × width × channels, w: units × window height × window width × group channels, bias: units or NULL,
 * y: height × width × units. The first group of units sees the first group of channels, and so on. Rows are rows of y.
 * A call is about one image: batches are the caller's loop.
 */
#ifndef MOTE_OPS_CONV_2D_H
#define MOTE_OPS_CONV_2D_H

#include "../common/image.h"

/* What all types have in common. */
typedef struct mote_conv_2d_geometry {
  mote_image x, y;
  mote_window window;
  uint16_t group_channels, group_units;
  int32_t batches;
} mote_conv_2d_geometry;

typedef struct mote_conv_2d_params {
  mote_conv_2d_geometry g;
  mote_requant q;
  int16_t x_zero_point;
  int16_t wide; /* s16: 1: biases and sums have 64 bits; 0: 32 */
} mote_conv_2d_params;

typedef struct mote_conv_2d_f32_params {
  mote_conv_2d_geometry g;
  float min, max;
} mote_conv_2d_f32_params;

/* int8 weights, inputs quantised at run time. */
typedef struct mote_conv_2d_hybrid_params {
  mote_conv_2d_geometry g; /* x: int8 */
  float min, max;
  int16_t is_asymmetric; /* 1: the inputs are quantised with a zero point */
  int16_t per_channel;   /* 1: the weights have one scale a unit; 0: one for all */
} mote_conv_2d_hybrid_params;

/* Bytes of scratch that the kernels need, at a boundary of `element_bytes`: those are 4 for floats, 2 for all other types. */
int32_t mote_conv_2d_scratch_bytes(const mote_conv_2d_geometry *g, int32_t element_bytes);

/* int8: y = clamp(scale * (bias + sum (x - x_zero_point) * w) + y_offset), a 32-bit sum. */
void mote_conv_2d_s8_c(const mote_conv_2d_params *p, mote_rows rows, const int8_t *x, const int8_t *w,
                       const int32_t *bias, const int32_t *scales, int8_t *y, void *scratch);

/* The same with int4 weights, two a byte, the low half first. */
void mote_conv_2d_s4_c(const mote_conv_2d_params *p, mote_rows rows, const int8_t *x, const void *w,
                       const int32_t *bias, const int32_t *scales, int8_t *y, void *scratch);

/* int16 x and y, int8 w. `bias`: int64 with p->wide (at a 4-byte boundary), else int32. */
void mote_conv_2d_s16_c(const mote_conv_2d_params *p, mote_rows rows, const int16_t *x, const int8_t *w,
                        const void *bias, const int32_t *scales, int16_t *y, void *scratch);

void mote_conv_2d_f32_c(const mote_conv_2d_f32_params *p, mote_rows rows, const float *x, const float *w,
                        const float *bias, float *y, void *scratch);

/* Inputs that have been quantised: y = act(x_scale * w_scale * sum (x - x_zero_point) * w + bias). */
void mote_conv_2d_hybrid_c(const mote_conv_2d_hybrid_params *p, mote_rows rows, const int8_t *x, float x_scale,
                           int32_t x_zero_point, const int8_t *w, const float *w_scales, const float *bias, float *y,
                           void *scratch);

#define mote_conv_2d_s8     mote_conv_2d_s8_c
#define mote_conv_2d_s4     mote_conv_2d_s4_c
#define mote_conv_2d_s16    mote_conv_2d_s16_c
#define mote_conv_2d_f32    mote_conv_2d_f32_c
#define mote_conv_2d_hybrid mote_conv_2d_hybrid_c

#endif
