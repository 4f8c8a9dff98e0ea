/* SPDX-License-Identifier: Apache-2.0 */
/* ABS: y = |x|. Integers without a scale wrap around. */
#ifndef MOTE_OPS_ABS_H
#define MOTE_OPS_ABS_H

#include "../common/rescale.h"
#include "../common/unary.h"

void mote_abs_s8_c(const mote_rescale_params *p, int32_t count, const int8_t *x, int8_t *y);
void mote_abs_s16_c(const mote_rescale_params *p, int32_t count, const int16_t *x, int16_t *y);
void mote_abs_f32_c(int32_t count, const float *x, float *y);
void mote_abs_s32_c(int32_t count, const int32_t *x, int32_t *y);

#define mote_abs_s8  mote_abs_s8_c
#define mote_abs_s16 mote_abs_s16_c
#define mote_abs_f32 mote_abs_f32_c
#define mote_abs_s32 mote_abs_s32_c

#endif
