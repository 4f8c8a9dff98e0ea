/* SPDX-License-Identifier: Apache-2.0 */
/* AVERAGE_POOL_2D: the mean over the window, of integers rounded to the nearest, halves away from zero: see pool.h. The
 * input and the output have the same scale. */
#ifndef MOTE_OPS_AVERAGE_POOL_2D_H
#define MOTE_OPS_AVERAGE_POOL_2D_H

#include "../common/pool.h"

void mote_average_pool_2d_s8_c(const mote_pool_params *p, mote_rows rows, const int8_t *x, int8_t *y);
void mote_average_pool_2d_s16_c(const mote_pool_params *p, mote_rows rows, const int16_t *x, int16_t *y);
void mote_average_pool_2d_f32_c(const mote_pool_f32_params *p, mote_rows rows, const float *x, float *y);

#define mote_average_pool_2d_s8  mote_average_pool_2d_s8_c
#define mote_average_pool_2d_s16 mote_average_pool_2d_s16_c
#define mote_average_pool_2d_f32 mote_average_pool_2d_f32_c

#endif
