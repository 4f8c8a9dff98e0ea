/* SPDX-License-Identifier: Apache-2.0 */
/* SUM and MEAN: the same kernels with other factors. */
#ifndef MOTE_OPS_COMMON_REDUCE_SUM_H
#define MOTE_OPS_COMMON_REDUCE_SUM_H

#include "reduce.h"

/* y = clamp(multiplier * 2^(shift - 31) * (sum of x + offset) + y_offset) */
typedef struct mote_reduce_sum_params {
  mote_reduce shape;
  int32_t offset; /* minus the zero point of x, once for each element of a sum */
  int32_t multiplier;
  int16_t shift, y_offset;
} mote_reduce_sum_params;

/* y = (sum of x) / divisor */
typedef struct mote_reduce_sum_f32_params {
  mote_reduce shape;
  float divisor;
} mote_reduce_sum_f32_params;

void mote_reduce_sum_s8_c(const mote_reduce_sum_params *p, const mote_strided_axis *axes, const int8_t *x, int8_t *y);
void mote_reduce_sum_s16_c(const mote_reduce_sum_params *p, const mote_strided_axis *axes, const int16_t *x,
                           int16_t *y);
void mote_reduce_sum_f32_c(const mote_reduce_sum_f32_params *p, const mote_strided_axis *axes, const float *x,
                           float *y);
void mote_reduce_sum_s32_c(const mote_reduce_params *p, const mote_strided_axis *axes, const int32_t *x, int32_t *y);
void mote_reduce_sum_s64_c(const mote_reduce_params *p, const mote_strided_axis *axes, const mote_int64 *x,
                           mote_int64 *y);

#define mote_reduce_sum_s8  mote_reduce_sum_s8_c
#define mote_reduce_sum_s16 mote_reduce_sum_s16_c
#define mote_reduce_sum_f32 mote_reduce_sum_f32_c
#define mote_reduce_sum_s32 mote_reduce_sum_s32_c
#define mote_reduce_sum_s64 mote_reduce_sum_s64_c

/* lower() */
mote_status mote_lower_reduce_sum(mote_lowering *l, bool is_mean);
mote_status mote_lower_reduce_sum_f32(mote_lowering *l, bool is_mean);

#endif
