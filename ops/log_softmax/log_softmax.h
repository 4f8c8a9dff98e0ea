/* SPDX-License-Identifier: Apache-2.0 */
/*
 * LOG_SOFTMAX: y = x - max - ln(sum of e^(x - max)), along the last dimension. Rows are all the other dimensions. An
 * int8 output has scale 2^-4 and zero point 127. The output may stand in the input's place.
 */
#ifndef MOTE_OPS_LOG_SOFTMAX_H
#define MOTE_OPS_LOG_SOFTMAX_H

#include "../common/softmax_scale.h"
#include "mote/kernel.h"

typedef struct mote_log_softmax_s8_params {
  int32_t rows, depth;
  mote_softmax_scale scale;
  int32_t inverse_multiplier, inverse_shift; /* of scale: from Q5 back to differences */
} mote_log_softmax_s8_params;

typedef struct mote_log_softmax_f32_params {
  int32_t rows, depth;
} mote_log_softmax_f32_params;

void mote_log_softmax_s8_c(const mote_log_softmax_s8_params *p, mote_rows rows, const int8_t *x, int8_t *y);
void mote_log_softmax_f32_c(const mote_log_softmax_f32_params *p, mote_rows rows, const float *x, float *y);

#define mote_log_softmax_s8  mote_log_softmax_s8_c
#define mote_log_softmax_f32 mote_log_softmax_f32_c

#endif
