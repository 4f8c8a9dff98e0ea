/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Quantised ADD and SUB: y = act(a + b) or act(a - b).
 *
 * The reference brings both inputs to twice the larger one's scale, shifted left by 20 bits (15 for int16), adds, and
 * scales the sum to the output's scale. The input with the larger scale ("wide") is only shifted for that, the other
 * one ("narrow") multiplied and rounded. The kernel computes wide + narrow or wide - narrow; the sign of y_multiplier
 * makes narrow - wide of it.
 */
#ifndef MOTE_OPS_COMMON_SUM_H
#define MOTE_OPS_COMMON_SUM_H

#include "broadcast.h"

typedef struct mote_sum_params {
  mote_broadcast shape;
  int32_t narrow_multiplier; /* narrow's scale / wide's scale, * 2^(31 - narrow_halvings); negative: subtracted */
  int32_t y_multiplier;      /* from the sum to the output, * 2^(32 + y_halvings) */
  int8_t narrow_halvings, y_halvings;
  int16_t wide; /* which input is: 0 or 1 */
  int16_t wide_zero_point, narrow_zero_point, y_zero_point;
  int16_t min, max; /* of the output, fused activation included */
  int16_t unused;
} mote_sum_params;

void mote_sum_s8_c(const mote_sum_params *p, int32_t count, const int8_t *a, const int8_t *b, int8_t *y);
void mote_sum_s16_c(const mote_sum_params *p, int32_t count, const int16_t *a, const int16_t *b, int16_t *y);

#define mote_sum_s8  mote_sum_s8_c
#define mote_sum_s16 mote_sum_s16_c

/* How the multipliers are derived: in double (ADD) or with every result rounded to float (SUB). */
typedef enum mote_sum_form { MOTE_SUM_DOUBLE, MOTE_SUM_FLOAT } mote_sum_form;

/* `sign` is 1 for a + b, -1 for a - b; the fused activation is option 0. */
mote_status mote_lower_sum(mote_lowering *l, int32_t sign, mote_sum_form form);

#endif
