/* SPDX-License-Identifier: Apache-2.0 */
/* SQUARE: y = x * x. */
#ifndef MOTE_OPS_SQUARE_H
#define MOTE_OPS_SQUARE_H

#include "../common/unary.h"

void mote_square_f32_c(int32_t count, const float *x, float *y);

#define mote_square_f32 mote_square_f32_c

#endif
