/* SPDX-License-Identifier: Apache-2.0 */
/* CEIL: y = the smallest whole number that is not below x. */
#ifndef MOTE_OPS_CEIL_H
#define MOTE_OPS_CEIL_H

#include "../common/unary.h"

void mote_ceil_f32_c(int32_t count, const float *x, float *y);

#define mote_ceil_f32 mote_ceil_f32_c

#endif
