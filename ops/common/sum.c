/* SPDX-License-Identifier: Apache-2.0 */
#include "sum.h"

#include "fixed_point.h"

/* How far inputs are shifted left, plus one for twice the value. */
enum { LEFT_S8 = 21, LEFT_S16 = 16 };

static inline int32_t sum(const mote_sum_params *p, int32_t left, int32_t wide, int32_t narrow) {
  int32_t twice_narrow = (narrow - p->narrow_zero_point) * (1 << left);
  int32_t scaled = mote_fixed_halve(mote_fixed_multiply_twice(twice_narrow, p->narrow_multiplier), p->narrow_halvings);
  int32_t twice_sum = (wide - p->wide_zero_point) * p->wide_factor + 2 * scaled * p->narrow_sign;
  int32_t y = mote_fixed_halve(mote_fixed_multiply_twice(twice_sum, p->y_multiplier), p->y_halvings);
  return mote_clamp(y + p->y_zero_point, p->min, p->max);
}

/* Inlined twice: for inputs that both move on, and for the others. */
#define SUM_LOOP(name, type, left)                                                                                     \
  static inline void name(const mote_sum_params *p, int32_t count, const type *wide, int32_t wide_step,                \
                          const type *narrow, int32_t narrow_step, type *y) {                                          \
    const mote_sum_params q = *p;                                                                                      \
    for (int32_t i = 0; i < count; i++) {                                                                              \
      y[i] = (type)sum(&q, left, *wide, *narrow);                                                                      \
      wide += wide_step;                                                                                               \
      narrow += narrow_step;                                                                                           \
    }                                                                                                                  \
  }

#define SUM_KERNEL(name, type, loop)                                                                                   \
  void name(const mote_sum_params *p, int32_t count, const type *a, const type *b, type *y) {                          \
    const type *wide = p->wide == 0 ? a : b, *narrow = p->wide == 0 ? b : a;                                           \
    if (p->shape.step[0] + p->shape.step[1] == 2) {                                                                    \
      loop(p, count, wide, 1, narrow, 1, y);                                                                           \
    } else {                                                                                                           \
      loop(p, count, wide, p->shape.step[p->wide], narrow, p->shape.step[1 - p->wide], y);                             \
    }                                                                                                                  \
  }

SUM_LOOP(loop_s8, int8_t, LEFT_S8)
SUM_LOOP(loop_s16, int16_t, LEFT_S16)
SUM_KERNEL(mote_sum_s8_c, int8_t, loop_s8)
SUM_KERNEL(mote_sum_s16_c, int16_t, loop_s16)
