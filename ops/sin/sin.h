/* SPDX-License-Identifier: Apache-2.0 */
/* SIN: y = sin(x). */
#ifndef MOTE_OPS_SIN_H
#define MOTE_OPS_SIN_H

#include "../common/unary.h"

void mote_sin_f32_c(int32_t count, const float *x, float *y);

#define mote_sin_f32 mote_sin_f32_c

#endif
