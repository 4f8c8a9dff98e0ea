/* SPDX-License-Identifier: Apache-2.0 */
#include "svdf.h"

#include "../common/dot.h"
#include "../common/inline.h"
#include "../common/saturate.h"

/* The sum over a filter's memory, which moves up by one value to make room for the latest. Four steps a turn. */
#define PUSH_STEP(type, sum_type, m)    \
  {                                     \
    const type value = state[(m) + 1];  \
    state[m] = value;                   \
    sum += (sum_type)(value * time[m]); \
  }

#define DEFINE_PUSH(name, type, time_type, sum_type)                                             \
  MOTE_NOINLINE sum_type name(type *state, const time_type *time, int32_t memory, type latest) { \
    sum_type sum = 0;                                                                            \
    for (int32_t n = (memory - 1) & 3; n > 0; n--) {                                             \
      PUSH_STEP(type, sum_type, 0)                                                               \
      state++;                                                                                   \
      time++;                                                                                    \
    }                                                                                            \
    for (int32_t n = (memory - 1) >> 2; n > 0; n--) {                                            \
      PUSH_STEP(type, sum_type, 0)                                                               \
      PUSH_STEP(type, sum_type, 1)                                                               \
      PUSH_STEP(type, sum_type, 2)                                                               \
      PUSH_STEP(type, sum_type, 3)                                                               \
      state += 4;                                                                                \
      time += 4;                                                                                 \
    }                                                                                            \
    *state = latest;                                                                             \
    return sum + (sum_type)(latest * *time);                                                     \
  }

DEFINE_PUSH(push_s16, int16_t, int16_t, uint32_t)
DEFINE_PUSH(push_s8, int8_t, int8_t, uint32_t)
DEFINE_PUSH(push_f32, float, float, float)
DEFINE_PUSH(push_hybrid, float, int8_t, float)

/* What a kernel of one batch with float outputs has to know. */
typedef struct hybrid_params {
  mote_svdf_shape shape;
  float min, max;
  float product_scale, time_scale;
} hybrid_params;

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

static inline float filter_hybrid(const hybrid_params *p, int32_t product, float *state, const int8_t *time) {
  return p->time_scale * push_hybrid(state, time, p->shape.memory, p->product_scale * (float)product);
}

/* A unit's sum becomes its output. */
static inline int8_t finish_s8(const mote_svdf_params *p, uint32_t sum) {
  int32_t value = mote_multiply((int32_t)sum, p->y_multiplier, p->y_shift);
  return (int8_t)(mote_clamp(value, INT8_MIN - p->y_zero_point, INT8_MAX - p->y_zero_point) + p->y_zero_point);
}

static inline float clampf(float x, float min, float max) {
  return x < min ? min : x > max ? max : x;
}

static inline float finish_f32(const mote_svdf_f32_params *p, float sum) {
  return clampf(sum, p->min, p->max);
}

static inline float finish_hybrid(const hybrid_params *p, float sum) {
  return clampf(sum, p->min, p->max);
}

#define DEFINE_KERNEL(name, params_type, x_type, product_type, state_type, time_type, sum_type, bias_type, y_type, \
                      dot, filter, finish)                                                                         \
  static void name(const params_type *p, mote_rows units, const x_type *x, product_type x_zero_point,              \
                   const x_type *feature, const time_type *time, const bias_type *bias, state_type *state,         \
                   y_type *y) {                                                                                    \
    const mote_svdf_shape s = p->shape;                                                                            \
    const int32_t end = units.end * s.rank;                                                                        \
    for (int32_t b = 0; b < s.batches; b++) {                                                                      \
      int32_t unit = units.first, rank = 0;                                                                        \
      sum_type sum = 0;                                                                                            \
      for (int32_t first = unit * s.rank; first < end; first += MOTE_DOT_UNITS) {                                  \
        int32_t count = end - first < MOTE_DOT_UNITS ? end - first : MOTE_DOT_UNITS;                               \
        product_type products[MOTE_DOT_UNITS];                                                                     \
        dot(x, x_zero_point, feature + first * s.depth, s.depth, s.depth, count, 0, products);                     \
        for (int32_t f = first; f < first + count; f++) {                                                          \
          if (rank == 0 && bias) {                                                                                 \
            sum = (sum_type)bias[unit];                                                                            \
          }                                                                                                        \
          sum += filter(p, products[f - first], state + f * s.memory, time + f * s.memory);                        \
          if (++rank == s.rank) {                                                                                  \
            y[unit++] = finish(p, sum);                                                                            \
            rank = 0;                                                                                              \
            sum = 0;                                                                                               \
          }                                                                                                        \
        }                                                                                                          \
      }                                                                                                            \
      x += s.depth;                                                                                                \
      y += s.units;                                                                                                \
      state += s.units * s.rank * s.memory;                                                                        \
    }                                                                                                              \
  }

DEFINE_KERNEL(svdf_s8, mote_svdf_params, int8_t, int32_t, int16_t, int16_t, uint32_t, int32_t, int8_t, mote_dot_s8,
              filter_s16, finish_s8)
DEFINE_KERNEL(svdf_s8_s8, mote_svdf_params, int8_t, int32_t, int8_t, int8_t, uint32_t, int32_t, int8_t, mote_dot_s8,
              filter_s8, finish_s8)
DEFINE_KERNEL(svdf_f32, mote_svdf_f32_params, float, float, float, float, float, float, float, mote_dot_f32, filter_f32,
              finish_f32)
DEFINE_KERNEL(svdf_hybrid, hybrid_params, int8_t, int32_t, float, int8_t, float, float, float, mote_dot_s8,
              filter_hybrid, finish_hybrid)

void mote_svdf_s8_c(const mote_svdf_params *p, mote_rows units, const int8_t *x, const int8_t *feature,
                    const int16_t *time, const int32_t *bias, int16_t *state, int8_t *y) {
  svdf_s8(p, units, x, p->x_zero_point, feature, time, bias, state, y);
}

void mote_svdf_s8_s8_c(const mote_svdf_params *p, mote_rows units, const int8_t *x, const int8_t *feature,
                       const int8_t *time, const int32_t *bias, int8_t *state, int8_t *y) {
  svdf_s8_s8(p, units, x, p->x_zero_point, feature, time, bias, state, y);
}

void mote_svdf_f32_c(const mote_svdf_f32_params *p, mote_rows units, const float *x, const float *feature,
                     const float *time, const float *bias, float *state, float *y) {
  svdf_f32(p, units, x, 0.0f, feature, time, bias, state, y);
}

void mote_svdf_hybrid_c(const mote_svdf_hybrid_params *p, mote_rows units, const int8_t *x, float x_scale,
                        int32_t x_zero_point, const int8_t *feature, const int8_t *time, const float *bias,
                        float *state, float *y) {
  hybrid_params h = {p->shape, p->min, p->max, x_scale * p->feature_scale, p->time_scale};
  h.shape.batches = 1;
  svdf_hybrid(&h, units, x, x_zero_point, feature, time, bias, state, y);
}
