/* SPDX-License-Identifier: Apache-2.0 */
/* MAXIMUM: y = the larger of a and b, which broadcast. Quantised ones have the same scale, which is not looked at. */
#ifndef MOTE_OPS_MAXIMUM_H
#define MOTE_OPS_MAXIMUM_H

#include "../common/binary.h"

void mote_maximum_s8_c(const mote_binary_params *p, int32_t count, const int8_t *a, const int8_t *b, int8_t *y);
void mote_maximum_f32_c(const mote_binary_params *p, int32_t count, const float *a, const float *b, float *y);
void mote_maximum_s16_c(const mote_binary_params *p, int32_t count, const int16_t *a, const int16_t *b, int16_t *y);
void mote_maximum_s32_c(const mote_binary_params *p, int32_t count, const int32_t *a, const int32_t *b, int32_t *y);
void mote_maximum_s64_c(const mote_binary_params *p, int32_t count, const mote_int64 *a, const mote_int64 *b,
                        mote_int64 *y);
void mote_maximum_u8_c(const mote_binary_params *p, int32_t count, const uint8_t *a, const uint8_t *b, uint8_t *y);

#define mote_maximum_s8  mote_maximum_s8_c
#define mote_maximum_f32 mote_maximum_f32_c
#define mote_maximum_s16 mote_maximum_s16_c
#define mote_maximum_s32 mote_maximum_s32_c
#define mote_maximum_s64 mote_maximum_s64_c
#define mote_maximum_u8  mote_maximum_u8_c

#endif
