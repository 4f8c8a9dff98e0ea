/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/fixed_point.h"
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
  int32_t max = largest(x, p->depth);
  int32_t sum = 0;
  for (int32_t i = 0; i < p->depth; i++) {
    int32_t difference = x[i] - max;
    int32_t exponential = NEGLIGIBLE;
    if (difference >= p->scale.diff_min) {
      int32_t q5 = mote_fixed_multiply(difference * (1 << p->scale.shift), p->scale.multiplier);
      exponential = mote_fixed_exp(q5, 5);
      sum += mote_rounding_shift(exponential, SUM_BITS);
    }
    exponentials[i] = exponential;
  }
  return sum;
}

#define SOFTMAX_KERNEL(kernel, y_type, y_bits, y_min, y_max)                                                           \
  void kernel(const mote_softmax_s8_params *p, mote_rows rows, const int8_t *x, y_type *y, int32_t *exponentials) {    \
    x += rows.first * p->depth;                                                                                        \
    y += rows.first * p->depth;                                                                                        \
    for (int32_t row = rows.first; row < rows.end; row++) {                                                            \
      int32_t exponent;                                                                                                \
      int32_t factor = mote_fixed_reciprocal(exponentiate(p, x, exponentials), SUM_BITS, &exponent);                   \
      exponent += 31 - y_bits;                                                                                         \
      for (int32_t i = 0; i < p->depth; i++) {                                                                         \
        int32_t share = 0;                                                                                             \
        if (exponentials[i] != NEGLIGIBLE) {                                                                           \
          share = mote_rounding_shift(mote_fixed_multiply(factor, exponentials[i]), exponent);                         \
        }                                                                                                              \
        y[i] = (y_type)mote_clamp(share + y_min, y_min, y_max);                                                        \
      }                                                                                                                \
      x += p->depth;                                                                                                   \
      y += p->depth;                                                                                                   \
    }                                                                                                                  \
  }

SOFTMAX_KERNEL(mote_softmax_s8_c, int8_t, 8, INT8_MIN, INT8_MAX)
SOFTMAX_KERNEL(mote_softmax_s8_s16_c, int16_t, 16, INT16_MIN, INT16_MAX)
