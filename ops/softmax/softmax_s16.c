/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/lut.h"
#include "../common/requant.h"
#include "softmax.h"

/* e^x in Q15 for an x at or below 0: the difference to the maximum. */
static int32_t exponential(const mote_softmax_s16_params *p, int32_t difference) {
  const int32_t lowest = p->shift > 0 ? -(INT32_MAX >> p->shift) : INT32_MIN; /* far below the table */
  difference = difference < lowest ? lowest : difference;
  int32_t position = mote_multiply(difference, p->multiplier, p->shift) + INT16_MAX;
  return mote_lut_s16(mote_softmax_exp_table, (int16_t)mote_clamp(position, INT16_MIN, INT16_MAX));
}

static int32_t largest(const int16_t *x, int32_t depth) {
  int32_t max = INT16_MIN;
  for (int32_t i = 0; i < depth; i++) {
    max = x[i] > max ? x[i] : max;
  }
  return max;
}

/* 1 / (1 + half_steps / 1024) in Q24, to the nearest, halves to even: the float of that value. */
static uint32_t reciprocal(uint32_t half_steps) {
  uint32_t divisor = 1024 + half_steps;
  uint32_t quotient = 0x80000000u / divisor, rest = 0x80000000u % divisor * 8; /* 2^31 / divisor; three more bits */
  quotient = quotient * 8 + rest / divisor;
  rest %= divisor;
  return quotient + (2 * rest > divisor || (2 * rest == divisor && (quotient & 1) != 0));
}

/* See mote_lut_fill_s16(): Q9 stands for the floats there. */
int32_t mote_softmax_reciprocal_entry(int32_t i) {
  uint32_t start = reciprocal((uint32_t)i * 2), middle = reciprocal((uint32_t)i * 2 + 1);
  uint32_t sample = (start + 256) >> 9;
  if (i == 512) {
    return (int32_t)sample;
  }
  uint32_t sum = reciprocal((uint32_t)i * 2 + 2) + (sample << 9);
  if (sum >= 1u << 24) { /* a float has 24 bits */
    sum += (sum & 1) & (sum >> 1);
    sum &= ~1u;
  }
  int32_t error = (int32_t)((sum + 512) >> 10) - (int32_t)((middle + 256) >> 9);
  int32_t entry = (int32_t)sample - mote_rounding_shift(error, 1);
  return entry < INT16_MAX ? entry : INT16_MAX;
}

/* 1 / (1 + x) in Q15 for x = position / 65536. */
static int32_t reciprocal_of_one_plus(int32_t position) {
  int32_t base = mote_softmax_reciprocal_entry(position >> 7);
  int32_t slope = mote_softmax_reciprocal_entry((position >> 7) + 1) - base;
  return base + ((slope * (position & 127) + 64) >> 7);
}

static void softmax(const mote_softmax_s16_params *p, const int16_t *x, int16_t *y) {
  int32_t max = largest(x, p->depth), sum = 0;
  for (int32_t i = 0; i < p->depth; i++) {
    int32_t value = exponential(p, x[i] - max);
    y[i] = (int16_t)value;
    sum += value;
  }
  /* sum = 2^k (1 + position / 2^16) in Q15 */
  int32_t zeros = __builtin_clz((uint32_t)sum);
  int32_t position = (int32_t)((((uint32_t)sum << (zeros - 1)) + (1 << 13)) >> 14) - (1 << 16);
  int32_t factor = reciprocal_of_one_plus(position < UINT16_MAX ? position : UINT16_MAX);
  int32_t shift = 31 - zeros;
  for (int32_t i = 0; i < p->depth; i++) {
    y[i] = (int16_t)mote_clamp((y[i] * factor + (1 << (shift - 1))) >> shift, 0, INT16_MAX);
  }
}

void mote_softmax_s16_c(const mote_softmax_s16_params *p, mote_rows rows, const int16_t *x, int16_t *y) {
  for (int32_t row = rows.first; row < rows.end; row++) {
    softmax(p, x + row * p->depth, y + row * p->depth);
  }
}
