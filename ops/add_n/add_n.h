/* SPDX-License-Identifier: Apache-2.0 */
/* ADD_N: y = the sum of all inputs, which have the output's shape. Integers without a scale wrap around. */
#ifndef MOTE_OPS_ADD_N_H
#define MOTE_OPS_ADD_N_H

#include "mote/kernel.h"

typedef struct mote_add_n_params {
  int32_t count, inputs;
} mote_add_n_params;

typedef struct mote_add_n_s8_params {
  int32_t count;
  int16_t inputs; /* at most 16: their sum, shifted left, stays within 32 bits */
  int16_t shift;
  int32_t multiplier; /* scale(x) / scale(y) / 2^19 = multiplier * 2^(shift - 31) */
  int16_t x_zero_point, y_zero_point;
} mote_add_n_s8_params;

/* x[]: the inputs, all of one scale and zero point */
void mote_add_n_s8_c(const mote_add_n_s8_params *p, void *const *x, int8_t *y);
void mote_add_n_f32_c(const mote_add_n_params *p, void *const *x, float *y);
void mote_add_n_s32_c(const mote_add_n_params *p, void *const *x, int32_t *y);

#define mote_add_n_s8  mote_add_n_s8_c
#define mote_add_n_f32 mote_add_n_f32_c
#define mote_add_n_s32 mote_add_n_s32_c

#endif
