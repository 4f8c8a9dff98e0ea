/* SPDX-License-Identifier: Apache-2.0 */
/* SignalWindow: y[f][i] = saturate(x[f][i] * w[i] / 2^shift), rounded down, of `frames` times `size` samples. */
#ifndef MOTE_OPS_SIGNAL_WINDOW_H
#define MOTE_OPS_SIGNAL_WINDOW_H

#include <stdint.h>

typedef struct mote_signal_window_params {
  int32_t frames, size, shift;
} mote_signal_window_params;

void mote_signal_window_s16_c(const mote_signal_window_params *p, const int16_t *x, const int16_t *w, int16_t *y);

#define mote_signal_window_s16 mote_signal_window_s16_c

#endif
