/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From the sums of convolutions and fully connected layers to their outputs: bias, scale, activation. Sums and outputs
 * belong to `count` units, the first of them unit `first`, the outputs standing from y[first] on; count is at most
 * MOTE_OUTPUTS_AT_ONCE.
 */
#ifndef MOTE_OPS_COMMON_OUTPUTS_H
#define MOTE_OPS_COMMON_OUTPUTS_H

#include <stdbool.h>

#include "load.h"
#include "requant.h"

enum { MOTE_OUTPUTS_AT_ONCE = 4 };

/* What all outputs have in common. Which members count depends on the types. */
typedef struct mote_outputs {
  const void *bias; /* of unit u: element u * bias_step */
  int32_t bias_step;

  mote_requant q;             /* integer outputs */
  const int32_t *multipliers; /* of unit u: element u * scale_step */
  const int8_t *shifts;
  int32_t scale_step;
  int32_t one_multiplier[MOTE_OUTPUTS_AT_ONCE]; /* where these point to when there is one scale for all */
  int8_t one_shift[MOTE_OUTPUTS_AT_ONCE];
  bool wide; /* int16: int64 biases and mote_multiply_wide(), not int32 and mote_multiply() */

  float min, max; /* float outputs */
  float x_scale;
  const float *w_scale; /* of unit u: element u * scale_step */
} mote_outputs;

/* `bias`: NULL for none, else elements of at most 8 bytes. The members that a type does not use stay undefined: clearing
 * them would take longer than a small layer. */
void mote_outputs_set_bias(mote_outputs *o, const void *bias);
/* scales as in mote_scale_shifts(), one of each for all `units` or one a unit. */
void mote_outputs_set_requant(mote_outputs *o, const mote_requant *q, const int32_t *scales, int32_t units);

static inline void mote_finish_s8(const mote_outputs *o, int32_t first, int32_t count, const int32_t *sums, int8_t *y) {
  const int32_t *bias = (const int32_t *)o->bias + first * o->bias_step;
  const int32_t *multiplier = o->multipliers + first * o->scale_step;
  const int8_t *shift = o->shifts + first * o->scale_step;
  const mote_requant q = o->q; /* a copy, which no store to y can change */
  y += first;
  for (const int32_t *end = sums + count; sums < end;) {
    int32_t sum = (int32_t)((uint32_t)*sums++ + (uint32_t)*bias++);
    *y++ = (int8_t)mote_requantize(&q, sum, *multiplier++, *shift++);
  }
}

/* With int32 biases the reference adds up in 32 bits, that is modulo 2^32. */
static inline void mote_finish_s16(const mote_outputs *o, int32_t first, int32_t count, const int64_t *sums,
                                   int16_t *y) {
  for (int32_t i = 0; i < count; i++) {
    const int32_t bias = (first + i) * o->bias_step, scale = (first + i) * o->scale_step;
    int32_t value;
    if (o->wide) {
      uint64_t sum = (uint64_t)sums[i] + (uint64_t)mote_load64((const int32_t *)o->bias + 2 * bias);
      value = mote_requantize_wide(&o->q, (int64_t)sum, o->multipliers[scale], o->shifts[scale]);
    } else {
      uint32_t sum = (uint32_t)sums[i] + ((const uint32_t *)o->bias)[bias];
      value = mote_requantize(&o->q, (int32_t)sum, o->multipliers[scale], o->shifts[scale]);
    }
    y[first + i] = (int16_t)value;
  }
}

static inline void mote_finish_f32(const mote_outputs *o, int32_t first, int32_t count, const float *sums, float *y) {
  const float *bias = (const float *)o->bias + first * o->bias_step;
  for (int32_t i = 0; i < count; i++) {
    float sum = sums[i] + bias[i];
    y[first + i] = sum < o->min ? o->min : sum > o->max ? o->max : sum;
  }
}

/* Sums of quantised inputs and weights, float outputs. */
static inline void mote_finish_hybrid(const mote_outputs *o, int32_t first, int32_t count, const int32_t *sums,
                                      float *y) {
  float scaled[MOTE_OUTPUTS_AT_ONCE];
  for (int32_t i = 0; i < count; i++) {
    scaled[i] = (float)sums[i] * o->w_scale[(first + i) * o->scale_step] * o->x_scale;
  }
  mote_finish_f32(o, first, count, scaled, y);
}

#endif
