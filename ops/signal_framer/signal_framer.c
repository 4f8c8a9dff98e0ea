/* SPDX-License-Identifier: Apache-2.0 */
#include "signal_framer.h"

#include <string.h>

#include "../common/stream.h"

/* The frames of one row. Returns how much of the stream is left then. */
static uint32_t cut(const mote_signal_framer_params *p, const uint8_t *x, uint32_t kept, uint8_t *history, uint8_t *y,
                    uint8_t *valid) {
  uint32_t first = 0, available = kept;
  for (uint32_t frame = 0; frame < p->frames; frame++) {
    available += p->step_bytes;
    if (available >= p->frame_bytes) {
      mote_stream_copy(history, kept, x, first, p->frame_bytes, y);
      first += p->step_bytes;
      available -= p->step_bytes;
    } else {
      memset(y, 0, p->frame_bytes);
      *valid = 0;
    }
    y += p->frame_bytes;
  }
  mote_stream_copy(history, kept, x, first, available, history);
  return available;
}

uint8_t mote_signal_framer_c(const mote_signal_framer_params *p, const void *x, uint32_t *kept, void *history,
                             void *y) {
  const uint32_t before = p->prefill ? p->history_bytes : *kept;
  const uint8_t *from = x;
  uint8_t *end = history, *to = y, valid = 1;
  for (uint32_t row = 0; row < p->rows; row++) {
    *kept = cut(p, from, before, end, to, &valid);
    from += p->frames * p->step_bytes;
    to += p->frames * p->frame_bytes;
    end += p->history_bytes;
  }
  return valid;
}
