/* SPDX-License-Identifier: Apache-2.0 */
/* SIGN: y = -1, 0 or 1; not a number stays one. */
#ifndef MOTE_OPS_SIGN_H
#define MOTE_OPS_SIGN_H

#include "../common/unary.h"

void mote_sign_f32_c(int32_t count, const float *x, float *y);
void mote_sign_s32_c(int32_t count, const int32_t *x, int32_t *y);

#define mote_sign_f32 mote_sign_f32_c
#define mote_sign_s32 mote_sign_s32_c

#endif
