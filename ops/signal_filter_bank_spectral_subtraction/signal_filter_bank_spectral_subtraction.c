/* SPDX-License-Identifier: Apache-2.0 */
#include "signal_filter_bank_spectral_subtraction.h"

void mote_signal_filter_bank_spectral_subtraction_u32_c(const mote_signal_spectral_subtraction_params *p,
                                                        const uint32_t *x, uint32_t *noise, uint32_t *y) {
  for (uint32_t c = 0; c < p->channels; c++) {
    const uint32_t signal = x[c] << p->smoothing_bits;
    uint64_t sum = (uint64_t)signal * p->smoothing[c & 1] + (uint64_t)noise[c] * p->one_minus_smoothing[c & 1];
    uint32_t estimate = (uint32_t)(sum >> p->bits);
    uint32_t below = estimate < signal ? estimate : signal;
    noise[c] = p->clamping ? below : estimate;
    uint32_t floor = (uint32_t)((uint64_t)x[c] * p->min_signal >> p->bits);
    uint32_t difference = (signal - below) >> p->smoothing_bits;
    y[c] = difference > floor ? difference : floor;
  }
}
