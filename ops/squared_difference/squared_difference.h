/* SPDX-License-Identifier: Apache-2.0 */
/* SQUARED_DIFFERENCE: y = (a - b)^2; the inputs broadcast. Integers without a scale wrap around. */
#ifndef MOTE_OPS_SQUARED_DIFFERENCE_H
#define MOTE_OPS_SQUARED_DIFFERENCE_H

#include "../common/binary.h"

/* Both inputs are brought to twice the larger one's scale; int8 ones are shifted left by 7 bits for that. */
typedef struct mote_squared_difference_params {
  mote_broadcast shape;
  int32_t a_multiplier, b_multiplier, y_multiplier; /* each * 2^(shift - 31) */
  int8_t a_shift, b_shift, y_shift, left;
  int16_t a_zero_point, b_zero_point, y_zero_point, unused;
} mote_squared_difference_params;

void mote_squared_difference_s8_c(const mote_squared_difference_params *p, int32_t count, const int8_t *a,
                                  const int8_t *b, int8_t *y);
void mote_squared_difference_s16_c(const mote_squared_difference_params *p, int32_t count, const int16_t *a,
                                   const int16_t *b, int16_t *y);
void mote_squared_difference_f32_c(const mote_binary_params *p, int32_t count, const float *a, const float *b,
                                   float *y);
void mote_squared_difference_s32_c(const mote_binary_params *p, int32_t count, const int32_t *a, const int32_t *b,
                                   int32_t *y);

#define mote_squared_difference_s8  mote_squared_difference_s8_c
#define mote_squared_difference_s16 mote_squared_difference_s16_c
#define mote_squared_difference_f32 mote_squared_difference_f32_c
#define mote_squared_difference_s32 mote_squared_difference_s32_c

#endif
