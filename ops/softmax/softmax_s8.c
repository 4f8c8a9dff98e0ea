/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/fixed_point.h"
#include "../common/saturate.h"
#include "softmax.h"

enum { NEGLIGIBLE = -1, SUM_BITS = 12 };

static int32_t largest(const int8_t *x, int32_t depth) {
  int32_t max = INT8_MIN;
  for (int32_t i = 0; i < depth; i++) {
    max = x[i] > max ? x[i] : max;
  }
  return max;
}

/* The exponentials of a row in Q0, NEGLIGIBLE for those that do not count; returns their sum in Q12. */
static int32_t exponentiate(const mote_softmax_s8_params *p, const int8_t *x, int32_t *exponentials) {
  const mote_softmax_scale scale = p->scale;
  const int32_t depth = p->depth, max = largest(x, depth);
  int32_t sum = 0;
  for (int32_t i = 0; i < depth; i++) {
    int32_t difference = x[i] - max;
    int32_t exponential = NEGLIGIBLE;
    if (difference >= scale.diff_min) {
      exponential = mote_fixed_exp(mote_fixed_multiply(difference * (1 << scale.shift), scale.multiplier), 5);
      sum += (int32_t)(((uint32_t)exponential + (1 << (SUM_BITS - 1))) >> SUM_BITS);
    }
    exponentials[i] = exponential;
  }
  return sum;
}

/* The quotients of a row, with `y_bits` bits after the point. */
#define SOFTMAX_KERNEL(kernel, y_type, y_bits, saturate, y_min)                                                     \
  void kernel(const mote_softmax_s8_params *p, mote_rows rows, const int8_t *x, y_type *y, int32_t *exponentials) { \
    const int32_t depth = p->depth;                                                                                 \
    x += rows.first * depth;                                                                                        \
    y += rows.first * depth;                                                                                        \
    for (int32_t row = rows.first; row < rows.end; row++) {                                                         \
      int32_t exponent;                                                                                             \
      int32_t factor = mote_fixed_reciprocal(exponentiate(p, x, exponentials), SUM_BITS, &exponent);                \
      exponent += 31 - y_bits;                                                                                      \
      if (exponent > 31) { /* more than 512 elements alike: nothing is left of any */                               \
        factor = 0;                                                                                                 \
        exponent = 31;                                                                                              \
      }                                                                                                             \
      uint32_t half = 1u << (exponent - 1);                                                                         \
      for (int32_t i = 0; i < depth; i++) {                                                                         \
        int32_t e = exponentials[i];                                                                                \
        int32_t share =                                                                                             \
            e == NEGLIGIBLE ? 0 : (int32_t)(((uint32_t)mote_fixed_multiply(factor, e) + half) >> exponent);         \
        y[i] = saturate(share + y_min);                                                                             \
      }                                                                                                             \
      x += depth;                                                                                                   \
      y += depth;                                                                                                   \
    }                                                                                                               \
  }

SOFTMAX_KERNEL(mote_softmax_s8_c, int8_t, 8, mote_saturate_s8, INT8_MIN)
SOFTMAX_KERNEL(mote_softmax_s8_s16_c, int16_t, 16, mote_saturate_s16, INT16_MIN)
