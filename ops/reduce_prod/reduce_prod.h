/* SPDX-License-Identifier: Apache-2.0 */
/* REDUCE_PROD: the product of the elements along some dimensions. Integers wrap around. */
#ifndef MOTE_OPS_REDUCE_PROD_H
#define MOTE_OPS_REDUCE_PROD_H

#include "../common/reduce.h"

void mote_reduce_prod_f32_c(const mote_reduce_params *p, const mote_strided_axis *axes, const float *x, float *y);
void mote_reduce_prod_s32_c(const mote_reduce_params *p, const mote_strided_axis *axes, const int32_t *x, int32_t *y);
void mote_reduce_prod_s64_c(const mote_reduce_params *p, const mote_strided_axis *axes, const mote_int64 *x,
                            mote_int64 *y);

#define mote_reduce_prod_f32 mote_reduce_prod_f32_c
#define mote_reduce_prod_s32 mote_reduce_prod_s32_c
#define mote_reduce_prod_s64 mote_reduce_prod_s64_c

#endif
