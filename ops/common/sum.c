/* SPDX-License-Identifier: Apache-2.0 */
#include "sum.h"

#include "fixed_point.h"
#include "saturate.h"

/* The params as the loop wants them: few, so that they stay in registers. Sums, products are twice the reference's. */
typedef struct sum_constants {
  int64_t narrow_constant; /* zero point * multiplier, and what rounds */
  int32_t narrow_multiplier, narrow_halvings;
  int32_t wide_constant; /* the zero point, shifted, and what rounds the narrow input */
  int32_t y_multiplier, y_halvings;
  int32_t y_constant; /* twice the zero point, and what rounds */
} sum_constants;

static inline sum_constants prepare(const mote_sum_params *p, int32_t left) {
  sum_constants c;
  int32_t narrow_zero = -p->narrow_zero_point * (1 << (left + 1));
  int64_t rounding =
      p->narrow_multiplier < 0 ? INT32_MAX - 1LL : INT32_MAX + 1LL; /* halves of negated values go down */
  c.narrow_constant = (int64_t)narrow_zero * p->narrow_multiplier + rounding;
  c.narrow_multiplier = p->narrow_multiplier;
  c.narrow_halvings = p->narrow_halvings;
  c.wide_constant = -p->wide_zero_point * (1 << left) + 1;
  c.y_multiplier = p->y_multiplier;
  c.y_halvings = p->y_halvings;
  c.y_constant = p->y_zero_point * 2 + 1;
  return c;
}

static inline int32_t sum(const sum_constants *c, int32_t left, int32_t wide, int32_t narrow) {
  int32_t x = (int32_t)(((int64_t)(narrow * (1 << (left + 1))) * c->narrow_multiplier + c->narrow_constant) >> 32);
  int32_t twice_sum = ((((x + (x >> 31)) >> c->narrow_halvings) + c->wide_constant) & ~1) + wide * (1 << left);
  x = mote_fixed_multiply_twice(twice_sum, c->y_multiplier);
  return (((x + (x >> 31)) >> c->y_halvings) + c->y_constant) >> 1;
}

#define SUM_KERNEL(name, type, left, saturate, activate)                                                       \
  static inline void name##_loop(const mote_sum_params *p, int32_t count, const type *wide, int32_t wide_step, \
                                 const type *narrow, int32_t narrow_step, type *y) {                           \
    const sum_constants c = prepare(p, left);                                                                  \
    for (const type *end = y + count; y < end;) {                                                              \
      *y++ = saturate(sum(&c, left, *wide, *narrow));                                                          \
      wide += wide_step;                                                                                       \
      narrow += narrow_step;                                                                                   \
    }                                                                                                          \
  }                                                                                                            \
                                                                                                               \
  void name(const mote_sum_params *p, int32_t count, const type *a, const type *b, type *y) {                  \
    const type *wide = p->wide == 0 ? a : b, *narrow = p->wide == 0 ? b : a;                                   \
    if (p->shape.step[0] + p->shape.step[1] == 2) { /* the same loop without variable steps */                 \
      name##_loop(p, count, wide, 1, narrow, 1, y);                                                            \
    } else {                                                                                                   \
      name##_loop(p, count, wide, p->shape.step[p->wide], narrow, p->shape.step[1 - p->wide], y);              \
    }                                                                                                          \
    activate(count, p->min, p->max, y);                                                                        \
  }

SUM_KERNEL(mote_sum_s8_c, int8_t, 20, mote_saturate_s8, mote_activate_s8)
SUM_KERNEL(mote_sum_s16_c, int16_t, 15, mote_saturate_s16, mote_activate_s16)
