/* SPDX-License-Identifier: Apache-2.0 */
#include "reduce_sum.h"

#include "requant.h"

/* Sums wrap around, as those of the reference. */
static inline uint32_t add(uint32_t s, int32_t x) {
  return s + (uint32_t)x;
}

static inline uint64_t add_s64(uint64_t s, int64_t x) {
  return s + (uint64_t)x;
}

static inline float add_f32(float s, float x) {
  return s + x;
}

/* The output, within `min` and `max`: the product may be too close to the limits of 32 bits to add the zero point first. */
static inline int32_t finish(const mote_reduce_sum_params *p, uint32_t s, int32_t min, int32_t max) {
  int32_t y = mote_multiply((int32_t)(s + (uint32_t)p->offset), p->multiplier, p->shift);
  return mote_clamp(y, min - p->y_offset, max - p->y_offset) + p->y_offset;
}

static inline int32_t finish_s8(const mote_reduce_sum_params *p, uint32_t s) {
  return finish(p, s, INT8_MIN, INT8_MAX);
}

static inline int32_t finish_s16(const mote_reduce_sum_params *p, uint32_t s) {
  return finish(p, s, INT16_MIN, INT16_MAX);
}

static inline float finish_f32(const mote_reduce_sum_f32_params *p, float s) {
  return s / p->divisor;
}

MOTE_REDUCE_KERNEL(mote_reduce_sum_s8_c, mote_reduce_sum_params, int8_t, int8_t, uint32_t, 0, add, finish_s8)
MOTE_REDUCE_KERNEL(mote_reduce_sum_s16_c, mote_reduce_sum_params, int16_t, int16_t, uint32_t, 0, add, finish_s16)
MOTE_REDUCE_KERNEL(mote_reduce_sum_f32_c, mote_reduce_sum_f32_params, float, float, float, 0.0f, add_f32, finish_f32)
MOTE_REDUCE_KERNEL(mote_reduce_sum_s32_c, mote_reduce_params, int32_t, int32_t, uint32_t, 0, add, MOTE_REDUCE_AS_IT_IS)
MOTE_REDUCE_KERNEL(mote_reduce_sum_s64_c, mote_reduce_params, mote_int64, mote_int64, uint64_t, 0, add_s64,
                   MOTE_REDUCE_AS_IT_IS)
