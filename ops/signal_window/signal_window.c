/* SPDX-License-Identifier: Apache-2.0 */
#include "signal_window.h"

#include "../common/saturate.h"

void mote_signal_window_s16_c(const mote_signal_window_params *p, const int16_t *x, const int16_t *w, int16_t *y) {
  const int32_t size = p->size, shift = p->shift;
  for (int32_t frame = 0; frame < p->frames; frame++) {
    for (int32_t i = 0; i < size; i++) {
      y[i] = mote_saturate_s16(x[i] * w[i] >> shift);
    }
    x += size;
    y += size;
  }
}
