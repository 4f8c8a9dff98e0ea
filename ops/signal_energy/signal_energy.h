/* SPDX-License-Identifier: Apache-2.0 */
/* SignalEnergy: y[k] = re(x[k])^2 + im(x[k])^2 for k in [first, end), and 0 for the others of `count`. */
#ifndef MOTE_OPS_SIGNAL_ENERGY_H
#define MOTE_OPS_SIGNAL_ENERGY_H

#include <stdint.h>

typedef struct mote_signal_energy_params {
  int32_t count, first, end;
} mote_signal_energy_params;

void mote_signal_energy_s16_c(const mote_signal_energy_params *p, const int16_t *x, uint32_t *y);

#define mote_signal_energy_s16 mote_signal_energy_s16_c

#endif
