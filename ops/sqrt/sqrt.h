/* SPDX-License-Identifier: Apache-2.0 */
/* SQRT: y = sqrt(x). */
#ifndef MOTE_OPS_SQRT_H
#define MOTE_OPS_SQRT_H

#include "../common/unary.h"

void mote_sqrt_f32_c(int32_t count, const float *x, float *y);

#define mote_sqrt_f32 mote_sqrt_f32_c

#endif
