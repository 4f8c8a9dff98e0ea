/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The inner loop of convolutions and fully connected layers: one input vector times the weights of up to four units.
 *
 *     sums[u] = start + sum over d < depth of (x[d] - x_zero_point) * w[u * stride + d]      for u < units <= 4
 *
 * Four units at a time, so that an input is loaded and offset once for four products; eight steps a turn, because a turn
 * costs as much as five products. Of fewer units the last is repeated, and sums has four elements all the same.
 *
 * No sum may leave 32 bits: the caller limits the depth. (Sums that wrap would have to be unsigned, and those the
 * compiler reorders, which costs an addition for each multiply-accumulate that it splits.)
 */
#ifndef MOTE_OPS_COMMON_DOT_H
#define MOTE_OPS_COMMON_DOT_H

#include <stdint.h>

enum { MOTE_DOT_UNITS = 4 };

#define MOTE_DOT_STEP(value_type, d)              \
  {                                               \
    const value_type value = x[d] - x_zero_point; \
    s0 += value * w0[d];                          \
    s1 += value * w1[d];                          \
    s2 += value * w2[d];                          \
    s3 += value * w3[d];                          \
  }

#define MOTE_DOT_ADVANCE(steps) \
  {                             \
    x += steps;                 \
    w0 += steps;                \
    w1 += steps;                \
    w2 += steps;                \
    w3 += steps;                \
  }

#define MOTE_DEFINE_DOT(name, x_type, w_type, sum_type)                                                           \
  static inline void name(const x_type *x, sum_type x_zero_point, const w_type *w, int32_t stride, int32_t depth, \
                          int32_t units, sum_type start, sum_type sums[MOTE_DOT_UNITS]) {                         \
    const w_type *w0 = w;                                                                                         \
    const w_type *w1 = units > 1 ? w0 + stride : w0;                                                              \
    const w_type *w2 = units > 2 ? w1 + stride : w1;                                                              \
    const w_type *w3 = units > 3 ? w2 + stride : w2;                                                              \
    sum_type s0 = start, s1 = start, s2 = start, s3 = start;                                                      \
    for (const x_type *end = x + (depth & 7); x < end;) {                                                         \
      MOTE_DOT_STEP(sum_type, 0)                                                                                  \
      MOTE_DOT_ADVANCE(1)                                                                                         \
    }                                                                                                             \
    for (const x_type *end = x + (depth & ~7); x < end;) {                                                        \
      MOTE_DOT_STEP(sum_type, 0)                                                                                  \
      MOTE_DOT_STEP(sum_type, 1)                                                                                  \
      MOTE_DOT_STEP(sum_type, 2)                                                                                  \
      MOTE_DOT_STEP(sum_type, 3)                                                                                  \
      MOTE_DOT_STEP(sum_type, 4)                                                                                  \
      MOTE_DOT_STEP(sum_type, 5)                                                                                  \
      MOTE_DOT_STEP(sum_type, 6)                                                                                  \
      MOTE_DOT_STEP(sum_type, 7)                                                                                  \
      MOTE_DOT_ADVANCE(8)                                                                                         \
    }                                                                                                             \
    sums[0] = s0;                                                                                                 \
    sums[1] = s1;                                                                                                 \
    sums[2] = s2;                                                                                                 \
    sums[3] = s3;                                                                                                 \
  }

MOTE_DEFINE_DOT(mote_dot_s8, int8_t, int8_t, int32_t)
MOTE_DEFINE_DOT(mote_dot_s16, int16_t, int8_t, int32_t)
MOTE_DEFINE_DOT(mote_dot_f32, float, float, float)

#endif
