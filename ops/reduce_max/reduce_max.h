/* SPDX-License-Identifier: Apache-2.0 */
/* REDUCE_MAX: the largest element along some dimensions, from the lowest finite number up, as in TFLite. A NaN is none. */
#ifndef MOTE_OPS_REDUCE_MAX_H
#define MOTE_OPS_REDUCE_MAX_H

#include "../common/reduce.h"

void mote_reduce_max_s8_c(const mote_reduce_params *p, const mote_strided_axis *axes, const int8_t *x, int8_t *y);
void mote_reduce_max_f32_c(const mote_reduce_params *p, const mote_strided_axis *axes, const float *x, float *y);
void mote_reduce_max_s16_c(const mote_reduce_params *p, const mote_strided_axis *axes, const int16_t *x, int16_t *y);
void mote_reduce_max_s32_c(const mote_reduce_params *p, const mote_strided_axis *axes, const int32_t *x, int32_t *y);
void mote_reduce_max_s64_c(const mote_reduce_params *p, const mote_strided_axis *axes, const mote_int64 *x,
                           mote_int64 *y);

#define mote_reduce_max_s8  mote_reduce_max_s8_c
#define mote_reduce_max_f32 mote_reduce_max_f32_c
#define mote_reduce_max_s16 mote_reduce_max_s16_c
#define mote_reduce_max_s32 mote_reduce_max_s32_c
#define mote_reduce_max_s64 mote_reduce_max_s64_c

#endif
