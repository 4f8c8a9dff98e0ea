/* SPDX-License-Identifier: Apache-2.0 */
#include "signal_stacker.h"

#include <string.h>

#include "../common/stream.h"

uint8_t mote_signal_stacker_c(const mote_signal_stacker_params *p, const void *x, mote_signal_stacker_state *state,
                              void *history, void *y) {
  const uint32_t frame_bytes = p->frame_bytes;
  while (!state->has_begun && state->kept < p->left) {
    memcpy((uint8_t *)history + state->kept++ * frame_bytes, x, frame_bytes);
  }
  state->has_begun = 1;
  const uint32_t kept_bytes = state->kept * frame_bytes, frames = state->kept + 1;
  const uint8_t valid = frames == p->frames;
  uint32_t first = 0;
  if (valid) {
    mote_stream_copy(history, kept_bytes, x, 0, p->frames * frame_bytes, y);
    first = p->step;
  } else {
    memset(y, 0, p->frames * frame_bytes);
  }
  state->kept = frames - first;
  mote_stream_copy(history, kept_bytes, x, first * frame_bytes, state->kept * frame_bytes, history);
  return valid;
}
