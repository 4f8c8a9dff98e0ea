/* SPDX-License-Identifier: Apache-2.0 */
/* ROUND: y = the whole number nearest to x, halves to the even one. */
#ifndef MOTE_OPS_ROUND_H
#define MOTE_OPS_ROUND_H

#include "../common/unary.h"

void mote_round_f32_c(int32_t count, const float *x, float *y);

#define mote_round_f32 mote_round_f32_c

#endif
