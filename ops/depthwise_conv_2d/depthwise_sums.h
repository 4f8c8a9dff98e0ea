/* SPDX-License-Identifier: Apache-2.0 */
/*
 * MOTE_DEFINE_DEPTHWISE_SUMS(type, x_type, w_type, sum_type, VALUE) defines mote_depthwise_sums_<type>() of depthwise.h;
 * VALUE(x) is what x counts as.
 */
#ifndef MOTE_OPS_DEPTHWISE_SUMS_H
#define MOTE_OPS_DEPTHWISE_SUMS_H

#include "depthwise.h"

/*
 * Loops over the pixels of a patch, for four output channels that have an input channel each (x_lane 1), for four that
 * share one (x_lane 0), and for a single one. `x` and `w` stand at the first of the channels.
 */
#define MOTE_DEPTHWISE_FOUR(x_lane, VALUE) \
  {                                        \
    s0 += VALUE(x[0 * (x_lane)]) * w[0];   \
    s1 += VALUE(x[1 * (x_lane)]) * w[1];   \
    s2 += VALUE(x[2 * (x_lane)]) * w[2];   \
    s3 += VALUE(x[3 * (x_lane)]) * w[3];   \
  }
#define MOTE_DEPTHWISE_ONE(x_lane, VALUE) \
  { s0 += VALUE(x[0]) * w[0]; }

#define MOTE_DEFINE_DEPTHWISE_LOOP(name, PRODUCTS, x_lane, lanes, x_type, w_type, sum_type, VALUE)          \
  static void name(const mote_patch *p, int32_t x_zero_point, const x_type *x_channel, const w_type *w_row, \
                   sum_type *sums) {                                                                        \
    sum_type all[4], s0 = 0, s1 = 0, s2 = 0, s3 = 0;                                                        \
    const int32_t x_step = p->column_bytes / (int32_t)sizeof(x_type), w_step = p->column_weights;           \
    int32_t row = p->first_row;                                                                             \
    (void)x_zero_point;                                                                                     \
    for (int32_t rows = p->rows; rows > 0; rows--) {                                                        \
      const x_type *x = x_channel + row / (int32_t)sizeof(x_type);                                          \
      const w_type *w = w_row;                                                                              \
      for (int32_t columns = p->columns; columns > 0; columns--) {                                          \
        PRODUCTS(x_lane, VALUE)                                                                             \
        x += x_step;                                                                                        \
        w += w_step;                                                                                        \
      }                                                                                                     \
      w_row += p->row_weights;                                                                              \
      row = mote_patch_next_row(p, row);                                                                    \
    }                                                                                                       \
    all[0] = s0, all[1] = s1, all[2] = s2, all[3] = s3;                                                     \
    for (int32_t i = 0; i < (lanes); i++) {                                                                 \
      sums[i] = all[i];                                                                                     \
    }                                                                                                       \
  }

#define MOTE_DEFINE_DEPTHWISE_SUMS(type, x_type, w_type, sum_type, VALUE)                                  \
  MOTE_DEFINE_DEPTHWISE_LOOP(four_apart, MOTE_DEPTHWISE_FOUR, 1, 4, x_type, w_type, sum_type, VALUE)       \
  MOTE_DEFINE_DEPTHWISE_LOOP(four_together, MOTE_DEPTHWISE_FOUR, 0, 4, x_type, w_type, sum_type, VALUE)    \
  MOTE_DEFINE_DEPTHWISE_LOOP(one, MOTE_DEPTHWISE_ONE, 0, 1, x_type, w_type, sum_type, VALUE)               \
                                                                                                           \
  void mote_depthwise_sums_##type(const mote_depthwise_pixel *pixel, const x_type *x, const w_type *w,     \
                                  sum_type *sums) {                                                        \
    const mote_patch *p = &pixel->patch;                                                                   \
    const bool is_apart = pixel->multiplier == 1;                                                          \
    int32_t left = is_apart ? pixel->channels : pixel->multiplier - pixel->todo.first % pixel->multiplier; \
    x += p->first_column / (int32_t)sizeof(x_type) + pixel->todo.first / pixel->multiplier;                \
    w += p->weight + pixel->todo.first;                                                                    \
    for (int32_t n = pixel->todo.end - pixel->todo.first; n > 0;) {                                        \
      int32_t lanes = n < 4 || left < 4 ? 1 : 4;                                                           \
      if (lanes == 1) {                                                                                    \
        one(p, pixel->x_zero_point, x, w, sums);                                                           \
      } else if (is_apart) {                                                                               \
        four_apart(p, pixel->x_zero_point, x, w, sums);                                                    \
      } else {                                                                                             \
        four_together(p, pixel->x_zero_point, x, w, sums);                                                 \
      }                                                                                                    \
      sums += lanes;                                                                                       \
      w += lanes;                                                                                          \
      n -= lanes;                                                                                          \
      left -= lanes;                                                                                       \
      if (is_apart) {                                                                                      \
        x += lanes;                                                                                        \
      } else if (left == 0) {                                                                              \
        left = pixel->multiplier;                                                                          \
        x++;                                                                                               \
      }                                                                                                    \
    }                                                                                                      \
  }

#endif
