/* SPDX-License-Identifier: Apache-2.0 */
#include "batch_matmul.h"

#include "../common/requant.h"
#include "../common/saturate.h"

enum { BLOCK = 4 };

/*
 * A kernel. The sums of a row of y begin with start(params, row of x) and become outputs by finish(params, sum). Four
 * columns are computed at a time, so that an element of x is loaded once for four products. x_zero_point is an expression
 * of the params p. One of w_column and w_step is always 1, and is so at compile time.
 */
#define DEFINE_KERNEL(kernel, params_type, type, value_type, sum_type, x_zero_point, start, finish)         \
  static inline void kernel##_block(const params_type *p, const type *x, const type *w, int32_t w_column,   \
                                    int32_t w_step, sum_type sums[BLOCK]) {                                 \
    const int32_t x_step = p->shape.x_step;                                                                 \
    const value_type zero = x_zero_point;                                                                   \
    sum_type s0 = sums[0], s1 = s0, s2 = s0, s3 = s0;                                                       \
    for (int32_t k = p->shape.depth; k > 0; k--, x += x_step, w += w_step) {                                \
      const value_type value = *x - zero;                                                                   \
      s0 += (sum_type)value * w[0];                                                                         \
      s1 += (sum_type)value * w[w_column];                                                                  \
      s2 += (sum_type)value * w[2 * w_column];                                                              \
      s3 += (sum_type)value * w[3 * w_column];                                                              \
    }                                                                                                       \
    sums[0] = s0;                                                                                           \
    sums[1] = s1;                                                                                           \
    sums[2] = s2;                                                                                           \
    sums[3] = s3;                                                                                           \
  }                                                                                                         \
                                                                                                            \
  static inline sum_type kernel##_one(const params_type *p, const type *x, const type *w, sum_type sum) {   \
    for (int32_t k = p->shape.depth; k > 0; k--, x += p->shape.x_step, w += p->shape.w_step) {              \
      const value_type value = *x - x_zero_point;                                                           \
      sum += (sum_type)value * *w;                                                                          \
    }                                                                                                       \
    return sum;                                                                                             \
  }                                                                                                         \
                                                                                                            \
  static void kernel##_row(const params_type *p, const type *x, const type *w, type *y) {                   \
    const sum_type first = start(p, x);                                                                     \
    const int32_t columns = p->shape.columns, w_column = p->shape.w_column;                                 \
    int32_t j = 0;                                                                                          \
    for (; j + BLOCK <= columns; j += BLOCK, w += BLOCK * w_column) {                                       \
      sum_type sums[BLOCK] = {first};                                                                       \
      if (w_column == 1) {                                                                                  \
        kernel##_block(p, x, w, 1, p->shape.w_step, sums);                                                  \
      } else {                                                                                              \
        kernel##_block(p, x, w, w_column, 1, sums);                                                         \
      }                                                                                                     \
      for (int32_t i = 0; i < BLOCK; i++) {                                                                 \
        y[j + i] = finish(p, sums[i]);                                                                      \
      }                                                                                                     \
    }                                                                                                       \
    for (; j < columns; j++, w += w_column) {                                                               \
      y[j] = finish(p, kernel##_one(p, x, w, first));                                                       \
    }                                                                                                       \
  }                                                                                                         \
                                                                                                            \
  void kernel(const params_type *p, const mote_strided_axis *axes, const type *x, const type *w, type *y) { \
    mote_strided_position at = {0};                                                                         \
    do {                                                                                                    \
      const type *row = x + at.x;                                                                           \
      for (int32_t i = p->shape.rows; i > 0; i--, row += p->shape.x_row, y += p->shape.columns) {           \
        kernel##_row(p, row, w + at.y, y);                                                                  \
      }                                                                                                     \
    } while (mote_strided_next(axes, p->shape.batch_axes, &at));                                            \
  }

/* What the zero point of w contributes to every sum of a row. */
static int32_t start_s8(const mote_batch_matmul_params *p, const int8_t *x) {
  int32_t sum = 0;
  for (int32_t k = p->w_zero_point != 0 ? p->shape.depth : 0; k > 0; k--, x += p->shape.x_step) {
    sum += *x - p->x_zero_point;
  }
  return -p->w_zero_point * sum;
}

/* The product may be too close to the limits of 32 bits to add the zero point before it is cut. */
static inline int8_t finish_s8(const mote_batch_matmul_params *p, int32_t sum) {
  int32_t y = mote_multiply(sum, p->multiplier, p->shift), zero = p->y_zero_point;
  return (int8_t)(mote_clamp(y, INT8_MIN - zero, INT8_MAX - zero) + zero);
}

static inline int16_t finish_s16(const mote_batch_matmul_params *p, int64_t sum) {
  return mote_saturate_s16(mote_multiply_wide(sum, p->multiplier, p->shift));
}

#define START_ZERO(p, x)   0
#define FINISH_F32(p, sum) (sum)

DEFINE_KERNEL(mote_batch_matmul_s8_c, mote_batch_matmul_params, int8_t, int32_t, int32_t, p->x_zero_point, start_s8,
              finish_s8)
DEFINE_KERNEL(mote_batch_matmul_s16_c, mote_batch_matmul_params, int16_t, int32_t, int64_t, 0, START_ZERO, finish_s16)
DEFINE_KERNEL(mote_batch_matmul_f32_c, mote_batch_matmul_f32_params, float, float, float, 0.0f, START_ZERO, FINISH_F32)
