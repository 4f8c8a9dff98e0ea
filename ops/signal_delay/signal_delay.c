/* SPDX-License-Identifier: Apache-2.0 */
#include "signal_delay.h"

#include "../common/stream.h"

void mote_signal_delay_c(const mote_signal_delay_params *p, const void *x, void *history, void *y) {
  const uint8_t *from = x;
  uint8_t *delayed = history, *to = y;
  for (uint32_t row = 0; row < p->rows; row++) {
    mote_stream_copy(delayed, p->delay_bytes, from, 0, p->row_bytes, to);
    mote_stream_copy(delayed, p->delay_bytes, from, p->row_bytes, p->delay_bytes, delayed);
    from += p->row_bytes;
    to += p->row_bytes;
    delayed += p->delay_bytes;
  }
}
