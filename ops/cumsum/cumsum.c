/* SPDX-License-Identifier: Apache-2.0 */
#include "cumsum.h"

/* A kernel that adds with add(params, sum, x) and turns sums to outputs with finish(params, sum). `shape` is a member or
 * cast of the params. */
#define DEFINE_KERNEL(kernel, params_type, shape, type, sum_type, add, finish)              \
  void kernel(const params_type *p, const type *x, type *y) {                               \
    const mote_cumsum_params s = shape;                                                     \
    const int32_t step = s.is_reverse ? -s.inner : s.inner;                                 \
    const int32_t start = s.is_reverse ? (s.count - 1) * s.inner : 0;                       \
    for (int32_t o = 0; o < s.outer; o++, x += s.count * s.inner, y += s.count * s.inner) { \
      for (int32_t i = start; i < start + s.inner; i++) {                                   \
        const type *from = x + i;                                                           \
        type *to = y + i;                                                                   \
        sum_type sum = 0;                                                                   \
        for (int32_t n = s.count; n > 0; n--, from += step, to += step) {                   \
          const sum_type next = add(p, sum, *from);                                         \
          *to = (type)finish(p, s.is_exclusive ? sum : next);                               \
          sum = next;                                                                       \
        }                                                                                   \
      }                                                                                     \
    }                                                                                       \
  }

#define ADD_S8(p, sum, x)  ((sum) + (x) - (p)->x_zero_point)
#define ADD_F32(p, sum, x) ((sum) + (x))
#define ADD_S32(p, sum, x) ((sum) + (uint32_t)(x))
#define ADD_S64(p, sum, x) ((sum) + (uint64_t)(x))
#define AS_IT_IS(p, sum)   (sum)

/* Two roundings as in the reference, but in 64 bits: its sums, 2^19 times as large, overflow at 4096. */
static inline int32_t finish_s8(const mote_cumsum_s8_params *p, int32_t sum) {
  int64_t scaled = ((int64_t)sum * p->multiplier + (1 << 11)) >> 12;
  int64_t half = ((int64_t)1 << p->right_shift) >> 1;
  int64_t y = ((scaled + half - (scaled < 0)) >> p->right_shift) + p->y_zero_point;
  return (int32_t)(y < INT8_MIN ? INT8_MIN : y > INT8_MAX ? INT8_MAX : y);
}

DEFINE_KERNEL(mote_cumsum_s8_c, mote_cumsum_s8_params, p->shape, int8_t, int32_t, ADD_S8, finish_s8)
DEFINE_KERNEL(mote_cumsum_f32_c, mote_cumsum_params, *p, float, float, ADD_F32, AS_IT_IS)
DEFINE_KERNEL(mote_cumsum_s32_c, mote_cumsum_params, *p, int32_t, uint32_t, ADD_S32, AS_IT_IS)
DEFINE_KERNEL(mote_cumsum_s64_c, mote_cumsum_params, *p, mote_int64, uint64_t, ADD_S64, AS_IT_IS)
