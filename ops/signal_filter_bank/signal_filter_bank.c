/* SPDX-License-Identifier: Apache-2.0 */
#include "signal_filter_bank.h"

void mote_signal_filter_bank_u32_c(const mote_signal_filter_bank_params *p, const uint32_t *x, const int16_t *weights,
                                   const int16_t *unweights, const int16_t *x_starts, const int16_t *w_starts,
                                   const int16_t *widths, uint64_t *y) {
  uint64_t unweighted = 0;
  for (int32_t band = 0; band <= p->channels; band++) {
    const uint32_t *value = x + x_starts[band];
    const int16_t *weight = weights + w_starts[band], *unweight = unweights + w_starts[band];
    uint64_t weighted = unweighted;
    unweighted = 0;
    for (int32_t n = widths[band]; n > 0; n--) {
      weighted += (uint64_t)*weight++ * *value;
      unweighted += (uint64_t)*unweight++ * *value++;
    }
    if (band > 0) {
      *y++ = weighted;
    }
  }
}
