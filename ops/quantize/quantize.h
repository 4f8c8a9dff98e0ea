/* SPDX-License-Identifier: Apache-2.0 */
/* QUANTIZE: y = clamp(round(x / scale) + zero_point) of floats; integers of another quantisation: common/rescale.h. */
#ifndef MOTE_OPS_QUANTIZE_H
#define MOTE_OPS_QUANTIZE_H

#include "../common/rescale.h"
#include "../common/unary.h"

typedef struct mote_quantize_params {
  int32_t count;
  float scale;
  int32_t zero_point;
} mote_quantize_params;

void mote_quantize_f32_s8_c(const mote_quantize_params *p, int32_t count, const float *x, int8_t *y);
void mote_quantize_f32_u8_c(const mote_quantize_params *p, int32_t count, const float *x, uint8_t *y);
void mote_quantize_f32_s16_c(const mote_quantize_params *p, int32_t count, const float *x, int16_t *y);

#define mote_quantize_f32_s8  mote_quantize_f32_s8_c
#define mote_quantize_f32_u8  mote_quantize_f32_u8_c
#define mote_quantize_f32_s16 mote_quantize_f32_s16_c

#endif
