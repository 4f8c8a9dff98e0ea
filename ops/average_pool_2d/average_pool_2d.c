/* SPDX-License-Identifier: Apache-2.0 */
#include "average_pool_2d.h"

static inline int32_t add(int32_t sum, int32_t x) {
  return sum + x;
}

static inline float add_f32(float sum, float x) {
  return sum + x;
}

static inline int32_t average(int32_t sum, int32_t count, const mote_pool_params *p) {
  int32_t rounded = (sum > 0 ? sum + count / 2 : sum - count / 2) / count;
  return mote_clamp(rounded, p->min, p->max);
}

static inline int8_t average_s8(int32_t sum, int32_t count, const mote_pool_params *p) {
  return (int8_t)average(sum, count, p);
}

static inline int16_t average_s16(int32_t sum, int32_t count, const mote_pool_params *p) {
  return (int16_t)average(sum, count, p);
}

static inline float average_f32(float sum, int32_t count, const mote_pool_f32_params *p) {
  float mean = sum / (float)count;
  return mean < p->min ? p->min : mean > p->max ? p->max : mean;
}

MOTE_POOL_KERNEL(mote_average_pool_2d_s8_c, mote_pool_params, int8_t, int32_t, 0, add, average_s8)
MOTE_POOL_KERNEL(mote_average_pool_2d_s16_c, mote_pool_params, int16_t, int32_t, 0, add, average_s16)
MOTE_POOL_KERNEL(mote_average_pool_2d_f32_c, mote_pool_f32_params, float, float, 0.0f, add_f32, average_f32)
