/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SignalFramer: cuts each row of x, the continuation of a stream, into frames of `frame_bytes` that begin every `step_bytes`.
 *
 * A row is a whole number of steps, and gives as many frames. The stream begins with frame - step zeros if `prefill`, so
 * that every step ends a frame; if not, the first frames are not valid, and zeros.
 */
#ifndef MOTE_OPS_SIGNAL_FRAMER_H
#define MOTE_OPS_SIGNAL_FRAMER_H

#include <stdint.h>

typedef struct mote_signal_framer_params {
  uint32_t rows, frames, frame_bytes, step_bytes;
  uint32_t
      history_bytes; /* most that is kept of a row: a frame without its last step, without `prefill` in whole steps */
  uint32_t prefill;
} mote_signal_framer_params;

/* kept: how many bytes of the history count, without `prefill`; history: rows × history_bytes. Returns whether all frames
 * are valid. */
uint8_t mote_signal_framer_c(const mote_signal_framer_params *p, const void *x, uint32_t *kept, void *history, void *y);

#define mote_signal_framer mote_signal_framer_c

#endif
