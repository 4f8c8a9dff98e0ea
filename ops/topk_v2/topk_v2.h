/* SPDX-License-Identifier: Apache-2.0 */
/* TOPK_V2: the k largest elements of each row, the largest first, and where they are; of equal ones the first. */
#ifndef MOTE_OPS_TOPK_V2_H
#define MOTE_OPS_TOPK_V2_H

#include "mote/kernel.h"

typedef struct mote_topk_v2_params {
  int32_t rows, columns, k;
} mote_topk_v2_params;

void mote_topk_v2_s8_c(const mote_topk_v2_params *p, const int8_t *x, int8_t *values, int32_t *indices);
void mote_topk_v2_f32_c(const mote_topk_v2_params *p, const float *x, float *values, int32_t *indices);
void mote_topk_v2_s16_c(const mote_topk_v2_params *p, const int16_t *x, int16_t *values, int32_t *indices);
void mote_topk_v2_s32_c(const mote_topk_v2_params *p, const int32_t *x, int32_t *values, int32_t *indices);

#define mote_topk_v2_s8  mote_topk_v2_s8_c
#define mote_topk_v2_f32 mote_topk_v2_f32_c
#define mote_topk_v2_s16 mote_topk_v2_s16_c
#define mote_topk_v2_s32 mote_topk_v2_s32_c

#endif
