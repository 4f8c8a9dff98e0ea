/* SPDX-License-Identifier: Apache-2.0 */
/* TANH: y = tanh(x). Outputs of int8 have scale 2^-7 and zero point 0, those of int16 scale 2^-15. */
#ifndef MOTE_OPS_TANH_H
#define MOTE_OPS_TANH_H

#include "../common/sigmoid.h"

void mote_tanh_s8_c(const mote_sigmoid_s8_params *p, int32_t count, const int8_t *x, int8_t *y);
void mote_tanh_s16_c(const mote_sigmoid_s16_params *p, int32_t count, const int16_t *x, int16_t *y);
void mote_tanh_f32_c(int32_t count, const float *x, float *y);

#define mote_tanh_s8  mote_tanh_s8_c
#define mote_tanh_s16 mote_tanh_s16_c
#define mote_tanh_f32 mote_tanh_f32_c

#endif
