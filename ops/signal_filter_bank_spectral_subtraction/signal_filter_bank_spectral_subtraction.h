/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SignalFilterBankSpectralSubtraction: takes an estimate of the noise, which follows the signal slowly, from each channel:
 *
 *     noise = (x * 2^smoothing_bits * smoothing + noise * one_minus_smoothing) / 2^bits
 *     y = max(x - noise / 2^smoothing_bits, x * min_signal / 2^bits)
 *
 * Odd channels have other smoothing factors than even ones. No difference is below 0.
 */
#ifndef MOTE_OPS_SIGNAL_FILTER_BANK_SPECTRAL_SUBTRACTION_H
#define MOTE_OPS_SIGNAL_FILTER_BANK_SPECTRAL_SUBTRACTION_H

#include <stdint.h>

typedef struct mote_signal_spectral_subtraction_params {
  uint32_t smoothing[2], one_minus_smoothing[2]; /* of even and of odd channels */
  uint32_t min_signal;
  uint16_t channels;
  uint8_t smoothing_bits, bits;
  uint32_t clamping; /* the estimate is not kept above the signal */
} mote_signal_spectral_subtraction_params;

/* noise: of all channels, in units of 2^-smoothing_bits; from run to run. */
void mote_signal_filter_bank_spectral_subtraction_u32_c(const mote_signal_spectral_subtraction_params *p,
                                                        const uint32_t *x, uint32_t *noise, uint32_t *y);

#define mote_signal_filter_bank_spectral_subtraction_u32 mote_signal_filter_bank_spectral_subtraction_u32_c

#endif
