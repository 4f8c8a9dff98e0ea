/* SPDX-License-Identifier: Apache-2.0 */
/*
 * UNIDIRECTIONAL_SEQUENCE_LSTM, as Keras defines the layer (no peepholes, no projection, no layer normalisation). For
 * each step in turn:
 *
 *     i, f, o = sigmoid(w x + r h + bias), g = tanh(w x + r h + bias), each gate with weights of its own
 *     c = clip(f c + i g)
 *     y = h = o tanh(c)
 *
 * x: batches × steps × depth and y: batches × steps × units, or both with steps first; w: units × depth, r: units ×
 * units, bias: units; hidden (h) and cell (c): batches × units, kept from one invocation to the next. w, r and bias are
 * the four gates' in the order of mote_lstm_gate.
 */
#ifndef MOTE_OPS_UNIDIRECTIONAL_SEQUENCE_LSTM_H
#define MOTE_OPS_UNIDIRECTIONAL_SEQUENCE_LSTM_H

#include "../common/sigmoid.h"

enum mote_lstm_gate { MOTE_LSTM_INPUT, MOTE_LSTM_FORGET, MOTE_LSTM_CELL, MOTE_LSTM_OUTPUT, MOTE_LSTM_GATES };

typedef struct mote_lstm_shape {
  int32_t batches, steps, depth, units;
  int32_t batch_stride, step_stride; /* of x and y, in rows of depth and of units */
} mote_lstm_shape;

typedef struct mote_lstm_params {
  mote_lstm_shape shape;
  int32_t w_multiplier[MOTE_LSTM_GATES],
      r_multiplier[MOTE_LSTM_GATES]; /* to Q3.12, in which w x + bias and r h add up */
  int8_t w_shift[MOTE_LSTM_GATES], r_shift[MOTE_LSTM_GATES];
  int32_t y_multiplier;
  mote_sigmoid_s16_params tanh;       /* of the cell; without the count */
  int16_t x_zero_point, y_zero_point; /* y's is the hidden state's, too */
  int16_t cell_min, cell_max;
  int8_t y_shift;
  int8_t product_halvings; /* i g / 2^(product_halvings + 2) is in the cell's scale, a power of two */
  int16_t unused;
} mote_lstm_params;

typedef struct mote_lstm_f32_params {
  mote_lstm_shape shape;
  float cell_max;
} mote_lstm_f32_params;

/* int8 weights; x, hidden and y int8 with an int32 bias, or int16 with an int64 bias. */
void mote_unidirectional_sequence_lstm_s8_c(const mote_lstm_params *p, const int8_t *x, const void *const *w,
                                            const void *const *r, const void *const *bias, int8_t *hidden,
                                            int16_t *cell, int8_t *y);
void mote_unidirectional_sequence_lstm_s16_c(const mote_lstm_params *p, const int16_t *x, const void *const *w,
                                             const void *const *r, const void *const *bias, int16_t *hidden,
                                             int16_t *cell, int16_t *y);

void mote_unidirectional_sequence_lstm_f32_c(const mote_lstm_f32_params *p, const float *x, const void *const *w,
                                             const void *const *r, const void *const *bias, float *hidden, float *cell,
                                             float *y);

#define mote_unidirectional_sequence_lstm_s8  mote_unidirectional_sequence_lstm_s8_c
#define mote_unidirectional_sequence_lstm_s16 mote_unidirectional_sequence_lstm_s16_c
#define mote_unidirectional_sequence_lstm_f32 mote_unidirectional_sequence_lstm_f32_c

#endif
