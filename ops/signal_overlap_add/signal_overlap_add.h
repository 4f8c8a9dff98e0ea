/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SignalOverlapAdd: adds up frames that begin every `step` samples; each frame completes the next `step` samples of y. int16
 * sums saturate at each addition.
 */
#ifndef MOTE_OPS_SIGNAL_OVERLAP_ADD_H
#define MOTE_OPS_SIGNAL_OVERLAP_ADD_H

#include <stdint.h>

typedef struct mote_signal_overlap_add_params {
  int32_t rows, frames, size, step; /* x: rows × frames × size, y: rows × frames × step; step <= size */
} mote_signal_overlap_add_params;

/* overlap: rows × (size - step), the sums so far of samples to come */
void mote_signal_overlap_add_s16_c(const mote_signal_overlap_add_params *p, const int16_t *x, int16_t *overlap,
                                   int16_t *y);
void mote_signal_overlap_add_f32_c(const mote_signal_overlap_add_params *p, const float *x, float *overlap, float *y);

#define mote_signal_overlap_add_s16 mote_signal_overlap_add_s16_c
#define mote_signal_overlap_add_f32 mote_signal_overlap_add_f32_c

#endif
