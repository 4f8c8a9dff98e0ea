/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the depthwise convolutions of all types share: the walk over the output, and the sums of products.
 *
 * For every pixel of the output the channels are done a few at a time: first the sums over what the pixel sees, then the
 * outputs. In memory the channels of a pixel and of a weight are neighbours, so four of them share the way there.
 */
#ifndef MOTE_OPS_DEPTHWISE_H
#define MOTE_OPS_DEPTHWISE_H

#include "../common/outputs.h"
#include "../common/patch.h"
#include "depthwise_conv_2d.h"

enum { MOTE_DEPTHWISE_AT_ONCE = 16 };

/* What one output pixel sees, in terms of the tensors. */
typedef struct mote_depthwise_pixel {
  mote_patch patch; /* its weights count elements: all channels of each */
  int32_t channels, multiplier;
  int32_t x_zero_point; /* of integers */
  mote_rows todo;       /* output channels to compute: at most MOTE_DEPTHWISE_AT_ONCE */
} mote_depthwise_pixel;

/* Computes the outputs todo.first to todo.end - 1 of a pixel, y[0] being the pixel's first. */
typedef void mote_depthwise_fn(const void *layer, const mote_depthwise_pixel *pixel, const void *x, void *y);

/* How many channels can be finished at a time: where each has a bias and a scale of its own, any number. */
static inline int32_t mote_depthwise_at_once(bool has_bias, bool per_channel) {
  return has_bias && per_channel ? MOTE_DEPTHWISE_AT_ONCE : MOTE_OUTPUTS_AT_ONCE;
}

/* Calls `compute` for all channels, at most `at_once` at a time, of all pixels of the rows. */
void mote_depthwise_run(const mote_depthwise_geometry *g, int32_t x_zero_point, mote_rows rows, const void *x, void *y,
                        int32_t at_once, mote_depthwise_fn *compute, const void *layer);

/* sums[i]: of output channel todo.first + i. `w` is the first of all weights. */
void mote_depthwise_sums_s8(const mote_depthwise_pixel *pixel, const int8_t *x, const int8_t *w, int32_t *sums);
void mote_depthwise_sums_s16(const mote_depthwise_pixel *pixel, const int16_t *x, const int8_t *w, int32_t *sums);
void mote_depthwise_sums_f32(const mote_depthwise_pixel *pixel, const float *x, const float *w, float *sums);

#endif
