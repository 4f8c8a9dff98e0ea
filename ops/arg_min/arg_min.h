/* SPDX-License-Identifier: Apache-2.0 */
/* ARG_MIN: where along a dimension the smallest element is, the first of several. */
#ifndef MOTE_OPS_ARG_MIN_H
#define MOTE_OPS_ARG_MIN_H

#include "../common/arg.h"

void mote_arg_min_s8_c(const mote_arg_params *p, const mote_strided_axis *axes, const int8_t *x, int32_t *y);
void mote_arg_min_f32_c(const mote_arg_params *p, const mote_strided_axis *axes, const float *x, int32_t *y);
void mote_arg_min_s16_c(const mote_arg_params *p, const mote_strided_axis *axes, const int16_t *x, int32_t *y);
void mote_arg_min_s32_c(const mote_arg_params *p, const mote_strided_axis *axes, const int32_t *x, int32_t *y);

#define mote_arg_min_s8  mote_arg_min_s8_c
#define mote_arg_min_f32 mote_arg_min_f32_c
#define mote_arg_min_s16 mote_arg_min_s16_c
#define mote_arg_min_s32 mote_arg_min_s32_c

#endif
