/* SPDX-License-Identifier: Apache-2.0 */
/* The exponents of the quantised SOFTMAX and LOG_SOFTMAX. */
#ifndef MOTE_OPS_COMMON_SOFTMAX_SCALE_H
#define MOTE_OPS_COMMON_SOFTMAX_SCALE_H

#include "scale.h"

/* beta * (x - max), in Q5, is (x - max) * multiplier * 2^(shift - 31); below diff_min its exponential counts as 0. */
typedef struct mote_softmax_scale {
  int32_t multiplier;
  int16_t shift;    /* 0 to 30 */
  int16_t diff_min; /* -256 to 0 */
} mote_softmax_scale;

/* `beta_bits` is a float; fails unless it is positive and finite, and large enough to make a difference. */
mote_status mote_lower_softmax_scale(mote_lowering *l, const mote_tensor *x, uint32_t beta_bits,
                                     mote_softmax_scale *scale);

/* Rows are all dimensions but the last. `max_depth` keeps the sums within their type. */
mote_status mote_lower_softmax_rows(mote_lowering *l, int32_t max_depth, int32_t *rows, int32_t *depth);

#endif
