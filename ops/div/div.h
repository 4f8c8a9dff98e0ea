/* SPDX-License-Identifier: Apache-2.0 */
/* DIV: y = act(a / b); the inputs broadcast. Integers are cut to whole numbers; none of them may be divided by 0. */
#ifndef MOTE_OPS_DIV_H
#define MOTE_OPS_DIV_H

#include "../common/binary.h"

typedef struct mote_div_params {
  mote_broadcast shape;
  int32_t b_count;    /* elements of b */
  int32_t multiplier; /* scale(a) / scale(b) / scale(y) = multiplier * 2^(shift - 31) */
  int16_t shift;
  int16_t a_zero_point, b_zero_point, y_zero_point;
  int16_t min, max;
} mote_div_params;

typedef struct mote_div_s32_params {
  mote_broadcast shape;
  int32_t b_count;
  int32_t min, max;
} mote_div_s32_params;

/* No b is its zero point. */
void mote_div_s8_c(const mote_div_params *p, int32_t count, const int8_t *a, const int8_t *b, int8_t *y);
void mote_div_s32_c(const mote_div_s32_params *p, int32_t count, const int32_t *a, const int32_t *b, int32_t *y);
void mote_div_f32_c(const mote_binary_f32_params *p, int32_t count, const float *a, const float *b, float *y);

#define mote_div_s8  mote_div_s8_c
#define mote_div_s32 mote_div_s32_c
#define mote_div_f32 mote_div_f32_c

#endif
