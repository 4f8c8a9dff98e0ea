/* SPDX-License-Identifier: Apache-2.0 */
/* COS: y = cos(x). */
#ifndef MOTE_OPS_COS_H
#define MOTE_OPS_COS_H

#include "../common/unary.h"

void mote_cos_f32_c(int32_t count, const float *x, float *y);

#define mote_cos_f32 mote_cos_f32_c

#endif
