/* SPDX-License-Identifier: Apache-2.0 */
#include "matvec.h"

/* All blocks have the same size, because the last begins early rather than being short. */
void mote_matvec_run(const mote_matvec *m, mote_rows units, const void *x, void *y) {
  const int32_t count = units.end - units.first;
  const int32_t block = count < MOTE_OUTPUTS_AT_ONCE ? count : MOTE_OUTPUTS_AT_ONCE;
  for (int32_t u = units.first; u < units.end; u += block) {
    const char *input = x;
    char *output = y;
    u = u + block > units.end ? units.end - block : u;
    for (int32_t v = m->vectors; v > 0; v--) {
      m->compute(m, u, block, input, output);
      input += m->x_bytes;
      output += m->y_bytes;
    }
  }
}
