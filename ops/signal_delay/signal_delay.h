/* SPDX-License-Identifier: Apache-2.0 */
/* SignalDelay: each row of y is the same row of x `delay` samples ago; before the first invocation there were zeros. */
#ifndef MOTE_OPS_SIGNAL_DELAY_H
#define MOTE_OPS_SIGNAL_DELAY_H

#include <stdint.h>

typedef struct mote_signal_delay_params {
  uint32_t rows, row_bytes, delay_bytes;
} mote_signal_delay_params;

/* history: rows × delay_bytes */
void mote_signal_delay_c(const mote_signal_delay_params *p, const void *x, void *history, void *y);

#define mote_signal_delay mote_signal_delay_c

#endif
