/* SPDX-License-Identifier: Apache-2.0 */
/* ARG_MAX: where along a dimension the largest element is, the first of several. */
#ifndef MOTE_OPS_ARG_MAX_H
#define MOTE_OPS_ARG_MAX_H

#include "../common/arg.h"

void mote_arg_max_s8_c(const mote_arg_params *p, const mote_strided_axis *axes, const int8_t *x, int32_t *y);
void mote_arg_max_f32_c(const mote_arg_params *p, const mote_strided_axis *axes, const float *x, int32_t *y);
void mote_arg_max_s16_c(const mote_arg_params *p, const mote_strided_axis *axes, const int16_t *x, int32_t *y);
void mote_arg_max_s32_c(const mote_arg_params *p, const mote_strided_axis *axes, const int32_t *x, int32_t *y);

#define mote_arg_max_s8  mote_arg_max_s8_c
#define mote_arg_max_f32 mote_arg_max_f32_c
#define mote_arg_max_s16 mote_arg_max_s16_c
#define mote_arg_max_s32 mote_arg_max_s32_c

#endif
