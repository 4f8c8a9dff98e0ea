/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SignalStacker: the last `frames` inputs one after another, every `step` invocations. At first the input stands for
 * `left` ones before it, too.
 */
#ifndef MOTE_OPS_SIGNAL_STACKER_H
#define MOTE_OPS_SIGNAL_STACKER_H

#include <stdint.h>

typedef struct mote_signal_stacker_params {
  uint32_t frames, frame_bytes, left, step; /* left < frames, 1 <= step <= frames */
} mote_signal_stacker_params;

typedef struct mote_signal_stacker_state {
  uint32_t has_begun;
  uint32_t kept; /* frames in the history */
} mote_signal_stacker_state;

/* history: frames - 1. Returns whether there is an output; y is zeros if not. */
uint8_t mote_signal_stacker_c(const mote_signal_stacker_params *p, const void *x, mote_signal_stacker_state *state,
                              void *history, void *y);

#define mote_signal_stacker mote_signal_stacker_c

#endif
