/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SignalFftAutoScale: y = x * 2^bits with the most bits for which nothing overflows.
 *
 * As in the reference -32768 counts as a maximum of -32768, so that what precedes it in x is forgotten; should the values
 * behind it be smaller, it and they wrap around.
 */
#ifndef MOTE_OPS_SIGNAL_FFT_AUTO_SCALE_H
#define MOTE_OPS_SIGNAL_FFT_AUTO_SCALE_H

#include <stdint.h>

void mote_signal_fft_auto_scale_s16_c(int32_t count, const int16_t *x, int16_t *y, int32_t *bits);

#define mote_signal_fft_auto_scale_s16 mote_signal_fft_auto_scale_s16_c

#endif
