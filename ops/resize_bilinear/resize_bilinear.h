/* SPDX-License-Identifier: Apache-2.0 */
/*
 * RESIZE_BILINEAR: each pixel of y from the four of x around its place, weighted by their distances. Integers: places and
 * weights in 1/1024 pixel, the result rounded to the nearest, halves away from zero. x and y have the same scale.
 */
#ifndef MOTE_OPS_RESIZE_BILINEAR_H
#define MOTE_OPS_RESIZE_BILINEAR_H

#include "../common/resize.h"

typedef struct mote_resize_bilinear_params {
  mote_resize_geometry g;
  int32_t row_scale, column_scale; /* steps in x for one in y, in 1/1024 pixel */
  int32_t half_pixel_centers;
} mote_resize_bilinear_params;

typedef struct mote_resize_bilinear_f32_params {
  mote_resize_geometry g;
  float row_scale, column_scale;
  int32_t half_pixel_centers;
} mote_resize_bilinear_f32_params;

void mote_resize_bilinear_s8_c(const mote_resize_bilinear_params *p, mote_rows rows, const int8_t *x, int8_t *y);
void mote_resize_bilinear_s16_c(const mote_resize_bilinear_params *p, mote_rows rows, const int16_t *x, int16_t *y);
void mote_resize_bilinear_f32_c(const mote_resize_bilinear_f32_params *p, mote_rows rows, const float *x, float *y);

#define mote_resize_bilinear_s8  mote_resize_bilinear_s8_c
#define mote_resize_bilinear_s16 mote_resize_bilinear_s16_c
#define mote_resize_bilinear_f32 mote_resize_bilinear_f32_c

#endif
