/* SPDX-License-Identifier: Apache-2.0 */
/* LESS: y = a < b, see common/compare.h. */
#ifndef MOTE_OPS_LESS_H
#define MOTE_OPS_LESS_H

#include "../common/compare.h"

void mote_less_s8_c(const mote_compare_params *p, int32_t count, const int8_t *a, const int8_t *b, uint8_t *y);
void mote_less_s16_c(const mote_compare_params *p, int32_t count, const int16_t *a, const int16_t *b, uint8_t *y);
void mote_less_f32_c(const mote_binary_params *p, int32_t count, const float *a, const float *b, uint8_t *y);
void mote_less_s32_c(const mote_binary_params *p, int32_t count, const int32_t *a, const int32_t *b, uint8_t *y);
void mote_less_s64_c(const mote_binary_params *p, int32_t count, const mote_int64 *a, const mote_int64 *b, uint8_t *y);

#define mote_less_s8  mote_less_s8_c
#define mote_less_s16 mote_less_s16_c
#define mote_less_f32 mote_less_f32_c
#define mote_less_s32 mote_less_s32_c
#define mote_less_s64 mote_less_s64_c

#endif
