/* SPDX-License-Identifier: Apache-2.0 */
/* EXP: y = e^x. Quantised: a table, see common/lookup.h. */
#ifndef MOTE_OPS_EXP_H
#define MOTE_OPS_EXP_H

#include "../common/unary.h"

void mote_exp_f32_c(int32_t count, const float *x, float *y);

#define mote_exp_f32 mote_exp_f32_c

#endif
