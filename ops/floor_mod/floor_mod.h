/* SPDX-License-Identifier: Apache-2.0 */
/* FLOOR_MOD: y = a - floor(a / b) * b, with the sign of b; the inputs broadcast. No integer b is 0. */
#ifndef MOTE_OPS_FLOOR_MOD_H
#define MOTE_OPS_FLOOR_MOD_H

#include "../common/checked.h"

void mote_floor_mod_f32_c(const mote_binary_params *p, int32_t count, const float *a, const float *b, float *y);
void mote_floor_mod_s8_c(const mote_checked_params *p, int32_t count, const int8_t *a, const int8_t *b, int8_t *y);
void mote_floor_mod_s16_c(const mote_checked_params *p, int32_t count, const int16_t *a, const int16_t *b, int16_t *y);
void mote_floor_mod_s32_c(const mote_checked_params *p, int32_t count, const int32_t *a, const int32_t *b, int32_t *y);
void mote_floor_mod_s64_c(const mote_checked_params *p, int32_t count, const mote_int64 *a, const mote_int64 *b,
                          mote_int64 *y);

#define mote_floor_mod_f32 mote_floor_mod_f32_c
#define mote_floor_mod_s8  mote_floor_mod_s8_c
#define mote_floor_mod_s16 mote_floor_mod_s16_c
#define mote_floor_mod_s32 mote_floor_mod_s32_c
#define mote_floor_mod_s64 mote_floor_mod_s64_c

#endif
