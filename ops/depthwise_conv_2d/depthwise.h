/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the depthwise convolutions of all types share: the walk over the output, and the sums of products.
 *
 * For every pixel of the output the channels are done a few at a time: first the sums over what the pixel sees, then the
 * outputs. In memory the channels of a pixel and of a weight are neighbours, so four of them share the way there.
 */
#ifndef MOTE_OPS_DEPTHWISE_H
#define MOTE_OPS_DEPTHWISE_H

#include "../common/patch.h"
#include "depthwise_conv_2d.h"

/* What one output pixel sees, in terms of the tensors. */
typedef struct mote_depthwise_pixel {
  mote_patch patch; /* its weights count elements: all channels of each */
  int32_t channels, multiplier;
  int32_t x_zero_point; /* of integers */
  mote_rows todo;       /* output channels to compute: at most MOTE_CHANNELS */
} mote_depthwise_pixel;

/* Computes the outputs todo.first to todo.end - 1 of a pixel, y[0] being the pixel's first. */
typedef void mote_depthwise_fn(const void *layer, const mote_depthwise_pixel *pixel, const void *x, void *y);

/* Calls `compute` for all channels of all pixels of the rows. */
void mote_depthwise_run(const mote_depthwise_geometry *g, int32_t x_zero_point, mote_rows rows, const void *x, void *y,
                        mote_depthwise_fn *compute, const void *layer);

/* sums[i]: of output channel todo.first + i. `w` is the first of all weights. */
void mote_depthwise_sums_s8(const mote_depthwise_pixel *pixel, const int8_t *x, const int8_t *w, int32_t *sums);
void mote_depthwise_sums_s16(const mote_depthwise_pixel *pixel, const int16_t *x, const int8_t *w, int32_t *sums);
void mote_depthwise_sums_f32(const mote_depthwise_pixel *pixel, const float *x, const float *w, float *sums);

#endif
