/* SPDX-License-Identifier: Apache-2.0 */
/* What LOGISTIC and TANH have in common. */
#ifndef MOTE_OPS_COMMON_SIGMOID_H
#define MOTE_OPS_COMMON_SIGMOID_H

#include "sigmoid_table.h"
#include "unary.h"

/* int8: x in Q4 = multiplier * 2^(shift - 31) * (x - x_zero_point); the function is computed where that is below 15. */
typedef struct mote_sigmoid_s8_params {
  int32_t count;
  int32_t multiplier;
  int16_t shift;
  int16_t x_zero_point;
  int16_t radius; /* from this distance to the zero point on the result is the lowest or the highest */
  int16_t unused;
} mote_sigmoid_s8_params;

/* int16: x * multiplier / 2^shift, rounded, is x in units of 1 / (3 * 4096). */
typedef struct mote_sigmoid_s16_params {
  int32_t count;
  int16_t multiplier, shift;
} mote_sigmoid_s16_params;

static inline int32_t mote_sigmoid_s16_input(const mote_sigmoid_s16_params *p, int32_t x) {
  int32_t rounding = p->shift > 0 ? 1 << (p->shift - 1) : 0;
  return (x * p->multiplier + rounding) >> p->shift;
}

/* 1 / (1 + exp(-x)) in Q15, for x in units of 1 / (3 * 4096): the table's step is 1/24, 512 of these. */
static inline int16_t mote_logistic_s16_value(int32_t x) {
  uint32_t magnitude = (uint32_t)(x < 0 ? -x : x);
  uint32_t i = magnitude >> 9, y = 0x7FFFu << 10;
  if (i < 255) {
    uint32_t slope = (uint32_t)(mote_sigmoid_table[i + 1] - mote_sigmoid_table[i]);
    y = ((uint32_t)mote_sigmoid_table[i] << 9) + (magnitude & 511) * slope;
  }
  return (int16_t)((x < 0 ? (1u << 25) - 1 - y + (1 << 9) : y + (1 << 9)) >> 10);
}

/* tanh(x) = 2 / (1 + exp(-2 x)) - 1 in Q15, likewise. */
static inline int16_t mote_tanh_s16_value(int32_t x) {
  uint32_t magnitude = (uint32_t)(x < 0 ? -x : x);
  uint32_t i = magnitude >> 8;
  int32_t y = 0xFFFF << 8;
  if (i < 255) {
    int32_t slope = mote_sigmoid_table[i + 1] - mote_sigmoid_table[i];
    y = (mote_sigmoid_table[i] << 8) + (int32_t)(magnitude & 255) * slope;
  }
  y -= 1 << 23;
  return (int16_t)((x < 0 ? (1 << 7) - 1 - y : y + (1 << 7)) >> 8);
}

/* Scale and zero point that the reference takes for granted in the output. */
mote_status mote_lower_sigmoid_s8(mote_lowering *l, int32_t y_log2_scale, int32_t y_zero_point);

/* `max_left`: scales of 2^-12 and up to that many bits more are exact powers of two in the reference, too. */
mote_status mote_lower_sigmoid_s16(mote_lowering *l, int32_t max_left);

#endif
