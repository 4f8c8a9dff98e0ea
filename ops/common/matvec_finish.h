/* SPDX-License-Identifier: Apache-2.0 */
/* How the sums of `count` units, the first of them unit `first`, become outputs at y[first]. For the files matvec_*.c. */
#ifndef MOTE_OPS_COMMON_MATVEC_FINISH_H
#define MOTE_OPS_COMMON_MATVEC_FINISH_H

#include "matvec.h"

static inline void mote_finish_s8(const mote_matvec *m, int32_t first, int32_t count, const int32_t *sums, int8_t *y) {
  const int32_t *bias = (const int32_t *)m->bias + first * m->bias_step;
  const int32_t *multiplier = m->multipliers + first * m->scale_step;
  const int8_t *shift = m->shifts + first * m->scale_step;
  const mote_requant q = m->q; /* a copy, which no store to y can change */
  y += first;
  for (const int32_t *end = sums + count; sums < end;) {
    int32_t sum = (int32_t)((uint32_t)*sums++ + (uint32_t)*bias++);
    *y++ = (int8_t)mote_requantize(&q, sum, *multiplier++, *shift++);
  }
}

static inline void mote_finish_f32(const mote_matvec *m, int32_t first, int32_t count, const float *sums, float *y) {
  const float *bias = (const float *)m->bias + first * m->bias_step;
  for (int32_t i = 0; i < count; i++) {
    float sum = sums[i] + bias[i];
    y[first + i] = sum < m->min ? m->min : sum > m->max ? m->max : sum;
  }
}

#endif
