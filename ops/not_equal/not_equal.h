/* SPDX-License-Identifier: Apache-2.0 */
/* NOT_EQUAL: y = a != b, see common/compare.h. */
#ifndef MOTE_OPS_NOT_EQUAL_H
#define MOTE_OPS_NOT_EQUAL_H

#include "../common/compare.h"

void mote_not_equal_s8_c(const mote_compare_params *p, int32_t count, const int8_t *a, const int8_t *b, uint8_t *y);
void mote_not_equal_s16_c(const mote_compare_params *p, int32_t count, const int16_t *a, const int16_t *b, uint8_t *y);
void mote_not_equal_f32_c(const mote_binary_params *p, int32_t count, const float *a, const float *b, uint8_t *y);
void mote_not_equal_s32_c(const mote_binary_params *p, int32_t count, const int32_t *a, const int32_t *b, uint8_t *y);
void mote_not_equal_s64_c(const mote_binary_params *p, int32_t count, const mote_int64 *a, const mote_int64 *b,
                          uint8_t *y);
void mote_not_equal_bool_c(const mote_binary_params *p, int32_t count, const uint8_t *a, const uint8_t *b, uint8_t *y);

#define mote_not_equal_s8   mote_not_equal_s8_c
#define mote_not_equal_s16  mote_not_equal_s16_c
#define mote_not_equal_f32  mote_not_equal_f32_c
#define mote_not_equal_s32  mote_not_equal_s32_c
#define mote_not_equal_s64  mote_not_equal_s64_c
#define mote_not_equal_bool mote_not_equal_bool_c

#endif
