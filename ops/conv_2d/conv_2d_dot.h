/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The inner loop: two interleaved pixels times the weights of two units, four products for four loads. With one unit
 * `stride` is 0, and half of the sums are superfluous. Eight steps a turn, because a turn costs as much as five products.
 */
#ifndef MOTE_OPS_CONV_2D_DOT_H
#define MOTE_OPS_CONV_2D_DOT_H

#include <stdint.h>

enum { MOTE_CONV_2D_UNITS = 2 };

#define MOTE_CONV_2D_STEP(value_type, d)                                         \
  {                                                                              \
    const value_type x0 = x[2 * (d)], x1 = x[2 * (d) + 1], a = w0[d], b = w1[d]; \
    s00 += x0 * a;                                                               \
    s01 += x0 * b;                                                               \
    s10 += x1 * a;                                                               \
    s11 += x1 * b;                                                               \
  }

/* sums[pixel][unit] */
#define MOTE_DEFINE_CONV_2D_DOT(name, x_type, w_type, sum_type)                            \
  static inline void name(const x_type *x, const w_type *w, int32_t stride, int32_t depth, \
                          sum_type sums[2][MOTE_CONV_2D_UNITS]) {                          \
    const w_type *w0 = w, *w1 = w + stride;                                                \
    sum_type s00 = 0, s01 = 0, s10 = 0, s11 = 0;                                           \
    for (int32_t n = depth & 7; n > 0; n--) {                                              \
      MOTE_CONV_2D_STEP(sum_type, 0)                                                       \
      x += 2;                                                                              \
      w0++;                                                                                \
      w1++;                                                                                \
    }                                                                                      \
    for (int32_t n = depth >> 3; n > 0; n--) {                                             \
      MOTE_CONV_2D_STEP(sum_type, 0)                                                       \
      MOTE_CONV_2D_STEP(sum_type, 1)                                                       \
      MOTE_CONV_2D_STEP(sum_type, 2)                                                       \
      MOTE_CONV_2D_STEP(sum_type, 3)                                                       \
      MOTE_CONV_2D_STEP(sum_type, 4)                                                       \
      MOTE_CONV_2D_STEP(sum_type, 5)                                                       \
      MOTE_CONV_2D_STEP(sum_type, 6)                                                       \
      MOTE_CONV_2D_STEP(sum_type, 7)                                                       \
      x += 16;                                                                             \
      w0 += 8;                                                                             \
      w1 += 8;                                                                             \
    }                                                                                      \
    sums[0][0] = s00;                                                                      \
    sums[0][1] = s01;                                                                      \
    sums[1][0] = s10;                                                                      \
    sums[1][1] = s11;                                                                      \
  }

MOTE_DEFINE_CONV_2D_DOT(mote_conv_2d_dot_s16, int16_t, int8_t, int32_t)
MOTE_DEFINE_CONV_2D_DOT(mote_conv_2d_dot_f32, float, float, float)

#endif
