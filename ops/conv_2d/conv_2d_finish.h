/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MOTE_OPS_CONV_2D_FINISH_H
#define MOTE_OPS_CONV_2D_FINISH_H

#include "conv_2d_dot.h"
#include "conv_2d_walk.h"

/* As mote_finish_s8() for both pixels, with one look at bias and scale. */
static inline void mote_conv_2d_finish_s8(const mote_conv_2d_call *c, int32_t first, int32_t count,
                                          int32_t sums[2][MOTE_CONV_2D_UNITS]) {
  const mote_outputs *o = &c->outputs;
  const int32_t *bias = (const int32_t *)o->bias + first * o->bias_step;
  const int32_t *multipliers = o->multipliers + first * o->scale_step;
  const int8_t *shifts = o->shifts + first * o->scale_step;
  const mote_requant q = o->q; /* a copy, which no store to y can change */
  int8_t *y0 = (int8_t *)c->y[0] + first, *y1 = (int8_t *)c->y[1] + first;
  for (int32_t i = 0; i < count; i++) {
    const uint32_t b = (uint32_t)bias[i];
    const int32_t multiplier = multipliers[i], shift = shifts[i];
    y1[i] = (int8_t)mote_requantize(&q, (int32_t)((uint32_t)sums[1][i] + b), multiplier, shift);
    y0[i] = (int8_t)mote_requantize(&q, (int32_t)((uint32_t)sums[0][i] + b), multiplier, shift);
  }
}

#endif
