/* SPDX-License-Identifier: Apache-2.0 */
/* FLOOR_DIV: y = floor(a / b); the inputs broadcast. No b is 0. */
#ifndef MOTE_OPS_FLOOR_DIV_H
#define MOTE_OPS_FLOOR_DIV_H

#include "../common/checked.h"

void mote_floor_div_f32_c(const mote_checked_params *p, int32_t count, const float *a, const float *b, float *y);
void mote_floor_div_s8_c(const mote_checked_params *p, int32_t count, const int8_t *a, const int8_t *b, int8_t *y);
void mote_floor_div_s16_c(const mote_checked_params *p, int32_t count, const int16_t *a, const int16_t *b, int16_t *y);
void mote_floor_div_s32_c(const mote_checked_params *p, int32_t count, const int32_t *a, const int32_t *b, int32_t *y);

#define mote_floor_div_f32 mote_floor_div_f32_c
#define mote_floor_div_s8  mote_floor_div_s8_c
#define mote_floor_div_s16 mote_floor_div_s16_c
#define mote_floor_div_s32 mote_floor_div_s32_c

#endif
