/* SPDX-License-Identifier: Apache-2.0 */
#include "outputs.h"

#include <stddef.h>

void mote_outputs_set_bias(mote_outputs *o, const void *bias) {
  static const int64_t no_bias[MOTE_OUTPUTS_AT_ONCE] = {0};
  o->bias = bias ? bias : no_bias;
  o->bias_step = bias ? 1 : 0;
}

void mote_outputs_set_requant(mote_outputs *o, const mote_requant *q, const int32_t *scales, int32_t units) {
  o->q = *q;
  o->multipliers = scales;
  o->shifts = mote_scale_shifts(scales, units);
  o->scale_step = 1;
  if (!q->per_channel) {
    int8_t shift = *mote_scale_shifts(scales, 1);
    for (int32_t i = 0; i < MOTE_OUTPUTS_AT_ONCE; i++) {
      o->one_multiplier[i] = *scales;
      o->one_shift[i] = shift;
    }
    o->multipliers = o->one_multiplier;
    o->shifts = o->one_shift;
    o->scale_step = 0;
  }
}
