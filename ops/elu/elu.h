/* SPDX-License-Identifier: Apache-2.0 */
/* ELU: y = x where x is not negative, e^x - 1 elsewhere. int8: a table, see common/lookup.h. */
#ifndef MOTE_OPS_ELU_H
#define MOTE_OPS_ELU_H

#include "../common/unary.h"

void mote_elu_f32_c(int32_t count, const float *x, float *y);

#define mote_elu_f32 mote_elu_f32_c

#endif
