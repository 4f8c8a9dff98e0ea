/* SPDX-License-Identifier: Apache-2.0 */
/* FLOOR: y = the largest whole number that is not above x. */
#ifndef MOTE_OPS_FLOOR_H
#define MOTE_OPS_FLOOR_H

#include "../common/unary.h"

void mote_floor_f32_c(int32_t count, const float *x, float *y);

#define mote_floor_f32 mote_floor_f32_c

#endif
