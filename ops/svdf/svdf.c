/* SPDX-License-Identifier: Apache-2.0 */
#include "svdf.h"
#include "../common/dot.h"
#include "../common/saturate.h"

/* The sum over a filter's memory, which moves up by one value to make room for the latest. Four steps a turn. */
#define PUSH_STEP(type, sum_type, m)    \
  {                                     \
    const type value = state[(m) + 1];  \
    state[m] = value;                   \
    sum += (sum_type)(value * time[m]); \
  }

#define DEFINE_PUSH(name, type, sum_type)                                                   \
  static inline sum_type name(type *state, const type *time, int32_t memory, type latest) { \
    sum_type sum = 0;                                                                       \
    for (int32_t n = (memory - 1) & 3; n > 0; n--) {                                        \
      PUSH_STEP(type, sum_type, 0)                                                          \
      state++;                                                                              \
      time++;                                                                               \
    }                                                                                       \
    for (int32_t n = (memory - 1) >> 2; n > 0; n--) {                                       \
      PUSH_STEP(type, sum_type, 0)                                                          \
      PUSH_STEP(type, sum_type, 1)                                                          \
      PUSH_STEP(type, sum_type, 2)                                                          \
      PUSH_STEP(type, sum_type, 3)                                                          \
      state += 4;                                                                           \
      time += 4;                                                                            \
    }                                                                                       \
    *state = latest;                                                                        \
    return sum + (sum_type)(latest * *time);                                                \
  }

DEFINE_PUSH(push_s16, int16_t, uint32_t)
DEFINE_PUSH(push_s8, int8_t, uint32_t)
DEFINE_PUSH(push_f32, float, float)

/* A filter's product with the input becomes its latest value; what it adds to the unit's sum. */
static inline uint32_t filter_s16(const mote_svdf_params *p, int32_t product, int16_t *state, const int16_t *time) {
  int32_t value = mote_multiply(product, p->state_multiplier, p->state_shift);
  return push_s16(state, time, p->shape.memory, mote_saturate_s16(value));
}

static inline uint32_t filter_s8(const mote_svdf_params *p, int32_t product, int8_t *state, const int8_t *time) {
  int32_t value = mote_saturate_s8(mote_multiply(product, p->state_multiplier, p->state_shift));
  uint32_t sum = push_s8(state, time, p->shape.memory, (int8_t)(value + p->state_zero_point));
  for (int32_t m = 0; m < p->shape.memory && p->state_zero_point != 0; m++) {
    sum -= (uint32_t)(p->state_zero_point * time[m]);
  }
  return sum;
}

static inline float filter_f32(const mote_svdf_f32_params *p, float product, float *state, const float *time) {
  return push_f32(state, time, p->shape.memory, product);
}

/* A unit's sum becomes its output. */
static inline int8_t finish_s8(const mote_svdf_params *p, uint32_t sum) {
  int32_t value = mote_multiply((int32_t)sum, p->y_multiplier, p->y_shift);
  return (int8_t)(mote_clamp(value, INT8_MIN - p->y_zero_point, INT8_MAX - p->y_zero_point) + p->y_zero_point);
}

static inline float finish_f32(const mote_svdf_f32_params *p, float sum) {
  return sum < p->min ? p->min : sum > p->max ? p->max : sum;
}

#define DEFINE_KERNEL(name, params_type, x_type, state_type, bias_type, sum_type, dot, x_zero_point, filter, finish) \
  void name(const params_type *p, mote_rows units, const x_type *x, const x_type *feature, const state_type *time,   \
            const bias_type *bias, state_type *state, x_type *y) {                                                   \
    const mote_svdf_shape s = p->shape;                                                                              \
    const int32_t end = units.end * s.rank;                                                                          \
    for (int32_t b = 0; b < s.batches; b++) {                                                                        \
      int32_t unit = units.first, rank = 0;                                                                          \
      sum_type sum = 0;                                                                                              \
      for (int32_t first = unit * s.rank; first < end; first += MOTE_DOT_UNITS) {                                    \
        int32_t count = end - first < MOTE_DOT_UNITS ? end - first : MOTE_DOT_UNITS;                                 \
        bias_type products[MOTE_DOT_UNITS];                                                                          \
        dot(x, x_zero_point, feature + first * s.depth, s.depth, s.depth, count, 0, products);                       \
        for (int32_t f = first; f < first + count; f++) {                                                            \
          if (rank == 0 && bias) {                                                                                   \
            sum = (sum_type)bias[unit];                                                                              \
          }                                                                                                          \
          sum += filter(p, products[f - first], state + f * s.memory, time + f * s.memory);                          \
          if (++rank == s.rank) {                                                                                    \
            y[unit++] = finish(p, sum);                                                                              \
            rank = 0;                                                                                                \
            sum = 0;                                                                                                 \
          }                                                                                                          \
        }                                                                                                            \
      }                                                                                                              \
      x += s.depth;                                                                                                  \
      y += s.units;                                                                                                  \
      state += s.units * s.rank * s.memory;                                                                          \
    }                                                                                                                \
  }

DEFINE_KERNEL(mote_svdf_s8_c, mote_svdf_params, int8_t, int16_t, int32_t, uint32_t, mote_dot_s8, p->x_zero_point,
              filter_s16, finish_s8)
DEFINE_KERNEL(mote_svdf_s8_s8_c, mote_svdf_params, int8_t, int8_t, int32_t, uint32_t, mote_dot_s8, p->x_zero_point,
              filter_s8, finish_s8)
DEFINE_KERNEL(mote_svdf_f32_c, mote_svdf_f32_params, float, float, float, float, mote_dot_f32, 0.0f, filter_f32,
              finish_f32)
