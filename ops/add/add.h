/* SPDX-License-Identifier: Apache-2.0 */
/* ADD: y = act(a + b); the inputs broadcast. Integers without a scale wrap around. The quantised form: common/sum.h. */
#ifndef MOTE_OPS_ADD_H
#define MOTE_OPS_ADD_H

#include "../common/binary.h"

void mote_add_f32_c(const mote_binary_f32_params *p, int32_t count, const float *a, const float *b, float *y);
void mote_add_s32_c(const mote_binary_s32_params *p, int32_t count, const int32_t *a, const int32_t *b, int32_t *y);
void mote_add_s64_c(const mote_binary_s32_params *p, int32_t count, const mote_int64 *a, const mote_int64 *b,
                    mote_int64 *y);

#define mote_add_f32 mote_add_f32_c
#define mote_add_s32 mote_add_s32_c
#define mote_add_s64 mote_add_s64_c

#endif
