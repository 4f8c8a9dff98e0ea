/* SPDX-License-Identifier: Apache-2.0 */
#include "matvec.h"

#include "dot.h"

void mote_matvec_init(mote_matvec *m, mote_matvec_fn *compute, const void *w, int32_t depth, const void *bias) {
  static const int64_t no_bias[MOTE_DOT_UNITS] = {0};
  m->compute = compute;
  m->vectors = 1;
  m->x_bytes = 0;
  m->y_bytes = 0;
  m->w = w;
  m->stride = depth;
  m->first = 0;
  m->depth = depth;
  m->start = 0;
  m->bias = bias ? bias : no_bias;
  m->bias_step = bias ? 1 : 0;
}

void mote_matvec_init_requant(mote_matvec *m, const mote_requant *q, const int32_t *scales, int32_t units) {
  m->q = *q;
  m->multipliers = scales;
  m->shifts = mote_scale_shifts(scales, units);
  m->scale_step = 1;
  if (!q->per_channel) {
    int8_t shift = *mote_scale_shifts(scales, 1);
    for (int32_t i = 0; i < MOTE_DOT_UNITS; i++) {
      m->one_multiplier[i] = *scales;
      m->one_shift[i] = shift;
    }
    m->multipliers = m->one_multiplier;
    m->shifts = m->one_shift;
    m->scale_step = 0;
  }
}

/* All blocks have the same size, because the last begins early rather than being short. */
void mote_matvec_run(const mote_matvec *m, mote_rows units, const void *x, void *y) {
  const int32_t count = units.end - units.first;
  const int32_t block = count < MOTE_DOT_UNITS ? count : MOTE_DOT_UNITS;
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
