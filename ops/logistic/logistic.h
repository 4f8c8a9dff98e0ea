/* SPDX-License-Identifier: Apache-2.0 */
/* LOGISTIC: y = 1 / (1 + e^-x). Outputs of int8 have scale 2^-8 and zero point -128, those of int16 scale 2^-15. */
#ifndef MOTE_OPS_LOGISTIC_H
#define MOTE_OPS_LOGISTIC_H

#include "../common/sigmoid.h"

void mote_logistic_s8_c(const mote_sigmoid_s8_params *p, int32_t count, const int8_t *x, int8_t *y);
void mote_logistic_s16_c(const mote_sigmoid_s16_params *p, int32_t count, const int16_t *x, int16_t *y);
void mote_logistic_f32_c(int32_t count, const float *x, float *y);

#define mote_logistic_s8  mote_logistic_s8_c
#define mote_logistic_s16 mote_logistic_s16_c
#define mote_logistic_f32 mote_logistic_f32_c

#endif
