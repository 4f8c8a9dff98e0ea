/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SignalFilterBank: overlapping triangular filters. Band b, for b in [0, channels], is `widths[b]` inputs from
 * x[x_starts[b]] on with as many weights and unweights from w_starts[b] on; channel c is
 *
 *     y[c] = sum over band c of unweight * x + sum over band c + 1 of weight * x        (modulo 2^64)
 */
#ifndef MOTE_OPS_SIGNAL_FILTER_BANK_H
#define MOTE_OPS_SIGNAL_FILTER_BANK_H

#include <stdint.h>

typedef struct mote_signal_filter_bank_params {
  int32_t channels;
} mote_signal_filter_bank_params;

/* The three arrays have channels + 1 elements. */
void mote_signal_filter_bank_u32_c(const mote_signal_filter_bank_params *p, const uint32_t *x, const int16_t *weights,
                                   const int16_t *unweights, const int16_t *x_starts, const int16_t *w_starts,
                                   const int16_t *widths, uint64_t *y);

#define mote_signal_filter_bank_u32 mote_signal_filter_bank_u32_c

#endif
