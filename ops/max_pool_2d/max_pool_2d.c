/* SPDX-License-Identifier: Apache-2.0 */
#include "max_pool_2d.h"

static inline int32_t larger(int32_t a, int32_t x) {
  return a > x ? a : x;
}

static inline float larger_f32(float a, float x) {
  return a > x ? a : x;
}

static inline int8_t largest_s8(int32_t a, int32_t count, const mote_pool_params *p) {
  (void)count;
  return (int8_t)mote_clamp(a, p->min, p->max);
}

static inline int16_t largest_s16(int32_t a, int32_t count, const mote_pool_params *p) {
  (void)count;
  return (int16_t)mote_clamp(a, p->min, p->max);
}

static inline float largest_f32(float a, int32_t count, const mote_pool_f32_params *p) {
  (void)count;
  return a < p->min ? p->min : a > p->max ? p->max : a;
}

#define LOWEST_FLOAT (-0x1.fffffep127f) /* where the reference starts */

MOTE_POOL_KERNEL(mote_max_pool_2d_s8_c, mote_pool_params, int8_t, int32_t, INT8_MIN, larger, largest_s8)
MOTE_POOL_KERNEL(mote_max_pool_2d_s16_c, mote_pool_params, int16_t, int32_t, INT16_MIN, larger, largest_s16)
MOTE_POOL_KERNEL(mote_max_pool_2d_f32_c, mote_pool_f32_params, float, float, LOWEST_FLOAT, larger_f32, largest_f32)
