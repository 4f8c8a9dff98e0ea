/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SignalPCAN, per-channel amplitude normalisation: the signal's ratio to the noise, compressed.
 *
 *     y = shrink(x * gain(noise) / 2^shift), shrink(r) = r^2 / 4 for r < 2, r - 1 from there on
 *
 * r has 12 bits after the point, y has 6. The gain is a quadratic polynomial between powers of two.
 */
#ifndef MOTE_OPS_SIGNAL_PCAN_H
#define MOTE_OPS_SIGNAL_PCAN_H

#include <stdint.h>

/* gain(0), gain(1), gain(2), then three coefficients and a gap for each further power of two. */
enum { MOTE_PCAN_GAINS = 125 };

typedef struct mote_signal_pcan_params {
  int32_t channels, shift;
} mote_signal_pcan_params;

void mote_signal_pcan_u32_c(const mote_signal_pcan_params *p, const uint32_t *x, const uint32_t *noise,
                            const int16_t gains[MOTE_PCAN_GAINS], uint32_t *y);

#define mote_signal_pcan_u32 mote_signal_pcan_u32_c

#endif
