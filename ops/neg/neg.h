/* SPDX-License-Identifier: Apache-2.0 */
/* NEG: y = -x. Integers without a scale wrap around. */
#ifndef MOTE_OPS_NEG_H
#define MOTE_OPS_NEG_H

#include "../common/rescale.h"
#include "../common/unary.h"

void mote_neg_s8_c(const mote_rescale_params *p, int32_t count, const int8_t *x, int8_t *y);
void mote_neg_s16_c(const mote_rescale_params *p, int32_t count, const int16_t *x, int16_t *y);
void mote_neg_f32_c(int32_t count, const float *x, float *y);
void mote_neg_s32_c(int32_t count, const int32_t *x, int32_t *y);
void mote_neg_s64_c(int32_t count, const mote_int64 *x, mote_int64 *y);

#define mote_neg_s8  mote_neg_s8_c
#define mote_neg_s16 mote_neg_s16_c
#define mote_neg_f32 mote_neg_f32_c
#define mote_neg_s32 mote_neg_s32_c
#define mote_neg_s64 mote_neg_s64_c

#endif
