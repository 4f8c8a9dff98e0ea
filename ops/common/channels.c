/* SPDX-License-Identifier: Apache-2.0 */
#include "channels.h"

void mote_channels_set_bias(mote_channels *c, const void *bias) {
  static const int64_t no_bias[MOTE_CHANNELS] = {0};
  c->bias = bias ? bias : no_bias;
  c->bias_step = bias ? 1 : 0;
}

void mote_channels_set_requant(mote_channels *c, const mote_requant *q, const int32_t *scales, int32_t count) {
  c->q = *q;
  c->multipliers = scales;
  c->shifts = mote_scale_shifts(scales, count);
  c->scale_step = 1;
  if (!q->per_channel) {
    int8_t shift = *mote_scale_shifts(scales, 1);
    for (int32_t i = 0; i < MOTE_CHANNELS; i++) {
      c->one_multiplier[i] = *scales;
      c->one_shift[i] = shift;
    }
    c->multipliers = c->one_multiplier;
    c->shifts = c->one_shift;
    c->scale_step = 0;
  }
}
