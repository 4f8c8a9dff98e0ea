/* SPDX-License-Identifier: Apache-2.0 */
#include "unidirectional_sequence_lstm.h"

#include <string.h>

#include "../common/dot.h"
#include "../common/fixed_point.h"
#include "../common/load.h"
#include "../common/math.h"
#include "../common/saturate.h"

/* --- What enters the sigmoid and tanh of a gate, of `count` units from `unit` on ----------------------------------- */

static void preactivate_s8(const mote_lstm_params *p, int32_t gate, int32_t unit, int32_t count, const int8_t *x,
                           const int8_t *h, const int8_t *w, const int8_t *r, const int32_t *bias,
                           int16_t values[MOTE_DOT_UNITS]) {
  const int32_t depth = p->shape.depth, units = p->shape.units;
  const int32_t w_multiplier = p->w_multiplier[gate], r_multiplier = p->r_multiplier[gate];
  const int32_t w_shift = p->w_shift[gate], r_shift = p->r_shift[gate];
  int32_t wx[MOTE_DOT_UNITS], rh[MOTE_DOT_UNITS];
  mote_dot_s8(x, p->x_zero_point, w + unit * depth, depth, depth, count, 0, wx);
  mote_dot_s8(h, p->y_zero_point, r + unit * units, units, units, count, 0, rh);
  for (int32_t i = 0; i < count; i++) {
    int32_t sum = (int32_t)((uint32_t)wx[i] + (uint32_t)bias[unit + i]);
    int32_t from_x = mote_saturate_s16(mote_multiply(sum, w_multiplier, w_shift));
    int32_t from_h = mote_saturate_s16(mote_multiply(rh[i], r_multiplier, r_shift));
    values[i] = mote_saturate_s16(from_x + from_h);
  }
}

/* 64-bit sums of int16 times int8, from 32-bit sums that cannot overflow: 2^7 * 2^16 * 2^7 < 2^31. */
static void dot_wide(const int16_t *x, int32_t x_zero_point, const int8_t *w, int32_t depth, int32_t count,
                     int64_t sums[MOTE_DOT_UNITS]) {
  enum { CHUNK = 1 << 7 };
  for (int32_t i = 0; i < MOTE_DOT_UNITS; i++) {
    sums[i] = 0;
  }
  for (int32_t d = 0; d < depth; d += CHUNK) {
    int32_t part[MOTE_DOT_UNITS];
    mote_dot_s16(x + d, x_zero_point, w + d, depth, depth - d < CHUNK ? depth - d : CHUNK, count, 0, part);
    for (int32_t i = 0; i < MOTE_DOT_UNITS; i++) {
      sums[i] += part[i];
    }
  }
}

static void preactivate_s16(const mote_lstm_params *p, int32_t gate, int32_t unit, int32_t count, const int16_t *x,
                            const int16_t *h, const int8_t *w, const int8_t *r, const mote_int64 *bias,
                            int16_t values[MOTE_DOT_UNITS]) {
  const int32_t depth = p->shape.depth, units = p->shape.units;
  const int32_t w_multiplier = p->w_multiplier[gate], r_multiplier = p->r_multiplier[gate];
  const int32_t w_shift = p->w_shift[gate], r_shift = p->r_shift[gate];
  int64_t wx[MOTE_DOT_UNITS], rh[MOTE_DOT_UNITS];
  dot_wide(x, p->x_zero_point, w + unit * depth, depth, count, wx);
  dot_wide(h, p->y_zero_point, r + unit * units, units, count, rh);
  for (int32_t i = 0; i < count; i++) {
    int64_t sum = (int64_t)((uint64_t)wx[i] + (uint64_t)bias[unit + i]);
    int32_t from_x = mote_saturate_s16(mote_multiply_wide(sum, w_multiplier, w_shift));
    int32_t from_h = mote_saturate_s16(mote_multiply_wide(rh[i], r_multiplier, r_shift));
    values[i] = mote_saturate_s16(from_x + from_h);
  }
}

static void preactivate_f32(const mote_lstm_f32_params *p, int32_t gate, int32_t unit, int32_t count, const float *x,
                            const float *h, const float *w, const float *r, const float *bias,
                            float values[MOTE_DOT_UNITS]) {
  (void)gate;
  const int32_t depth = p->shape.depth, units = p->shape.units;
  float wx[MOTE_DOT_UNITS], rh[MOTE_DOT_UNITS];
  mote_dot_f32(x, 0.0f, w + unit * depth, depth, depth, count, 0.0f, wx);
  mote_dot_f32(h, 0.0f, r + unit * units, units, units, count, 0.0f, rh);
  for (int32_t i = 0; i < count; i++) {
    values[i] = wx[i] + bias[unit + i] + rh[i];
  }
}

/* --- One unit, from its gates' values to its cell and output -------------------------------------------------------- */

/* x / 2^(halvings + 2) to int16, rounded twice: the reference multiplies by 2^30 / 2^31 first. */
static inline int32_t scale_product(int32_t x, int32_t halvings) {
  return mote_saturate_s16(mote_fixed_halve((x + 1) >> 1, halvings));
}

static inline int32_t logistic_s16(int32_t x) {
  return mote_logistic_s16_value(3 * x);
}

/* The product of the output gate and tanh of the new cell, in Q30. */
static inline int32_t update_s16(const mote_lstm_params *p, int16_t gates[MOTE_LSTM_GATES][MOTE_DOT_UNITS], int32_t i,
                                 int16_t *cell) {
  int32_t kept = scale_product(logistic_s16(gates[MOTE_LSTM_FORGET][i]) * *cell, 13);
  int32_t added = scale_product(
      logistic_s16(gates[MOTE_LSTM_INPUT][i]) * mote_tanh_s16_value(3 * gates[MOTE_LSTM_CELL][i]), p->product_halvings);
  *cell = (int16_t)mote_clamp(kept + added, p->cell_min, p->cell_max);
  int32_t tanh = mote_tanh_s16_value(mote_sigmoid_s16_input(&p->tanh, *cell));
  return logistic_s16(gates[MOTE_LSTM_OUTPUT][i]) * tanh;
}

static inline int8_t unit_s8(const mote_lstm_params *p, int16_t gates[MOTE_LSTM_GATES][MOTE_DOT_UNITS], int32_t i,
                             int16_t *cell) {
  int32_t y = mote_multiply(update_s16(p, gates, i, cell), p->y_multiplier, p->y_shift);
  return (int8_t)(mote_clamp(y, INT8_MIN - p->y_zero_point, INT8_MAX - p->y_zero_point) + p->y_zero_point);
}

static inline int16_t unit_s16(const mote_lstm_params *p, int16_t gates[MOTE_LSTM_GATES][MOTE_DOT_UNITS], int32_t i,
                               int16_t *cell) {
  int32_t y = mote_multiply(update_s16(p, gates, i, cell), p->y_multiplier, p->y_shift);
  return (int16_t)(mote_clamp(y, INT16_MIN - p->y_zero_point, INT16_MAX - p->y_zero_point) + p->y_zero_point);
}

static inline float unit_f32(const mote_lstm_f32_params *p, float gates[MOTE_LSTM_GATES][MOTE_DOT_UNITS], int32_t i,
                             float *cell) {
  float kept = mote_sigmoidf(gates[MOTE_LSTM_FORGET][i]) * *cell;
  float added = mote_sigmoidf(gates[MOTE_LSTM_INPUT][i]) * mote_tanhf(gates[MOTE_LSTM_CELL][i]);
  float c = kept + added;
  *cell = c > p->cell_max ? p->cell_max : c < -p->cell_max ? -p->cell_max : c;
  return mote_sigmoidf(gates[MOTE_LSTM_OUTPUT][i]) * mote_tanhf(*cell);
}

/* --- The whole ---------------------------------------------------------------------------------------------------- */

/* Each step's output is the next one's hidden state, so that this needs no memory of its own until the end. */
#define DEFINE_KERNEL(name, params_type, x_type, cell_type, preactivate, update_unit)                           \
  void name(const params_type *p, const x_type *x, const void *const *w, const void *const *r,                  \
            const void *const *bias, x_type *hidden, cell_type *cell, x_type *y) {                              \
    const mote_lstm_shape s = p->shape;                                                                         \
    for (int32_t b = 0; b < s.batches; b++, hidden += s.units, cell += s.units) {                               \
      const x_type *h = hidden;                                                                                 \
      for (int32_t t = 0; t < s.steps; t++) {                                                                   \
        const int32_t row = b * s.batch_stride + t * s.step_stride;                                             \
        x_type *out = y + row * s.units;                                                                        \
        for (int32_t unit = 0; unit < s.units; unit += MOTE_DOT_UNITS) {                                        \
          int32_t count = s.units - unit < MOTE_DOT_UNITS ? s.units - unit : MOTE_DOT_UNITS;                    \
          cell_type gates[MOTE_LSTM_GATES][MOTE_DOT_UNITS];                                                     \
          for (int32_t gate = 0; gate < MOTE_LSTM_GATES; gate++) {                                              \
            preactivate(p, gate, unit, count, x + row * s.depth, h, w[gate], r[gate], bias[gate], gates[gate]); \
          }                                                                                                     \
          for (int32_t i = 0; i < count; i++) {                                                                 \
            out[unit + i] = update_unit(p, gates, i, &cell[unit + i]);                                          \
          }                                                                                                     \
        }                                                                                                       \
        h = out;                                                                                                \
      }                                                                                                         \
      memcpy(hidden, h, (size_t)s.units * sizeof *h);                                                           \
    }                                                                                                           \
  }

DEFINE_KERNEL(mote_unidirectional_sequence_lstm_s8_c, mote_lstm_params, int8_t, int16_t, preactivate_s8, unit_s8)
DEFINE_KERNEL(mote_unidirectional_sequence_lstm_s16_c, mote_lstm_params, int16_t, int16_t, preactivate_s16, unit_s16)
DEFINE_KERNEL(mote_unidirectional_sequence_lstm_f32_c, mote_lstm_f32_params, float, float, preactivate_f32, unit_f32)
