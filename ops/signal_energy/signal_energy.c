/* SPDX-License-Identifier: Apache-2.0 */
#include "signal_energy.h"

#include <string.h>

void mote_signal_energy_s16_c(const mote_signal_energy_params *p, const int16_t *x, uint32_t *y) {
  memset(y, 0, (size_t)p->count * sizeof *y);
  for (int32_t k = p->first; k < p->end; k++) {
    int32_t re = x[2 * k], im = x[2 * k + 1];
    y[k] = (uint32_t)(re * re) + (uint32_t)(im * im);
  }
}
