/* SPDX-License-Identifier: Apache-2.0 */
/* MUL: y = act(a * b); the inputs broadcast. Integers without a scale wrap around. */
#ifndef MOTE_OPS_MUL_H
#define MOTE_OPS_MUL_H

#include "../common/binary.h"

typedef struct mote_mul_params {
  mote_broadcast shape;
  int32_t multiplier; /* scale(a) * scale(b) / scale(y) = multiplier * 2^(shift - 31) */
  int16_t shift;      /* int8: from -20 to 14; int16: at most 0 */
  int16_t a_zero_point, b_zero_point, y_zero_point;
  int16_t min, max;
} mote_mul_params;

/* y = clamp(multiplier * (a - a_zero_point) * (b - b_zero_point) + y_zero_point) */
void mote_mul_s8_c(const mote_mul_params *p, int32_t count, const int8_t *a, const int8_t *b, int8_t *y);
void mote_mul_s16_c(const mote_mul_params *p, int32_t count, const int16_t *a, const int16_t *b, int16_t *y);

void mote_mul_f32_c(const mote_binary_f32_params *p, int32_t count, const float *a, const float *b, float *y);
void mote_mul_s32_c(const mote_binary_s32_params *p, int32_t count, const int32_t *a, const int32_t *b, int32_t *y);
void mote_mul_s64_c(const mote_binary_s32_params *p, int32_t count, const mote_int64 *a, const mote_int64 *b,
                    mote_int64 *y);

#define mote_mul_s8  mote_mul_s8_c
#define mote_mul_s16 mote_mul_s16_c
#define mote_mul_f32 mote_mul_f32_c
#define mote_mul_s32 mote_mul_s32_c
#define mote_mul_s64 mote_mul_s64_c

#endif
