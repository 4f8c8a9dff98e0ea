/* SPDX-License-Identifier: Apache-2.0 */
/* DEQUANTIZE: y = scale * (x - zero_point), with one scale or one a channel; y = x of half floats. */
#ifndef MOTE_OPS_DEQUANTIZE_H
#define MOTE_OPS_DEQUANTIZE_H

#include "../common/unary.h"

typedef struct mote_dequantize_params {
  int32_t outer, channels, inner; /* x is outer × channels × inner */
} mote_dequantize_params;

typedef struct mote_dequantize_scale {
  float scale;
  int32_t zero_point;
} mote_dequantize_scale;

/* `scales`: one for each channel. */
void mote_dequantize_s8_c(const mote_dequantize_params *p, const int8_t *x, const mote_dequantize_scale *scales,
                          float *y);
void mote_dequantize_u8_c(const mote_dequantize_params *p, const uint8_t *x, const mote_dequantize_scale *scales,
                          float *y);
void mote_dequantize_s16_c(const mote_dequantize_params *p, const int16_t *x, const mote_dequantize_scale *scales,
                           float *y);
void mote_dequantize_s4_c(const mote_dequantize_params *p, const uint8_t *x, const mote_dequantize_scale *scales,
                          float *y); /* two elements a byte, the low half first */
void mote_dequantize_f16_c(int32_t count, const uint16_t *x, float *y);

#define mote_dequantize_s8  mote_dequantize_s8_c
#define mote_dequantize_u8  mote_dequantize_u8_c
#define mote_dequantize_s16 mote_dequantize_s16_c
#define mote_dequantize_s4  mote_dequantize_s4_c
#define mote_dequantize_f16 mote_dequantize_f16_c

#endif
