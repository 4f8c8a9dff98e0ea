/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SOFTMAX: y = e^(beta * (x - max)) / sum of all these, along the last dimension. Rows are all the other dimensions.
 *
 * int8: exponentials in fixed point; the output has scale 2^-8 (int16: 2^-16) and the lowest zero point. int16: from a
 * table; scale 2^-15 and zero point 0. The output may stand in place of an input that is as large.
 */
#ifndef MOTE_OPS_SOFTMAX_H
#define MOTE_OPS_SOFTMAX_H

#include "../common/softmax_scale.h"
#include "mote/kernel.h"

typedef struct mote_softmax_s8_params {
  int32_t rows, depth;
  mote_softmax_scale scale;
} mote_softmax_s8_params;

typedef struct mote_softmax_s16_params {
  int32_t rows, depth;
  int32_t multiplier, shift; /* to the input of the table, where 65535 is 10 */
} mote_softmax_s16_params;

typedef struct mote_softmax_f32_params {
  int32_t rows, depth;
  float beta;
} mote_softmax_f32_params;

/* `exponentials`: scratch for `depth` of them. */
void mote_softmax_s8_c(const mote_softmax_s8_params *p, mote_rows rows, const int8_t *x, int8_t *y,
                       int32_t *exponentials);
void mote_softmax_s8_s16_c(const mote_softmax_s8_params *p, mote_rows rows, const int8_t *x, int16_t *y,
                           int32_t *exponentials);
void mote_softmax_s16_c(const mote_softmax_s16_params *p, mote_rows rows, const int16_t *x, int16_t *y);
void mote_softmax_f32_c(const mote_softmax_f32_params *p, mote_rows rows, const float *x, float *y);

#define mote_softmax_s8     mote_softmax_s8_c
#define mote_softmax_s8_s16 mote_softmax_s8_s16_c
#define mote_softmax_s16    mote_softmax_s16_c
#define mote_softmax_f32    mote_softmax_f32_c

/*
 * The tables of the int16 kernel, in the form of lut.h, TFLite's entries: e^x, for x from -10 to 0, in Q15, and
 * 1 / (1 + x), for x from 0 to 1. The first is constant, 1 KB of flash, since TFLite's takes as much RAM; the second is
 * computed where it is needed, twice a row.
 */
extern const int16_t mote_softmax_exp_table[513];
int32_t mote_softmax_reciprocal_entry(int32_t i);

#endif
