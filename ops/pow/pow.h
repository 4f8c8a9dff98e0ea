/* SPDX-License-Identifier: Apache-2.0 */
/* POW: y = a^b; the inputs broadcast. Integers wrap around; their exponents are not negative. */
#ifndef MOTE_OPS_POW_H
#define MOTE_OPS_POW_H

#include "../common/checked.h"

void mote_pow_f32_c(const mote_binary_params *p, int32_t count, const float *a, const float *b, float *y);
void mote_pow_s32_c(const mote_checked_params *p, int32_t count, const int32_t *a, const int32_t *b, int32_t *y);

#define mote_pow_f32 mote_pow_f32_c
#define mote_pow_s32 mote_pow_s32_c

#endif
