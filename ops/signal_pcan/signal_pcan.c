/* SPDX-License-Identifier: Apache-2.0 */
#include "signal_pcan.h"

enum { RATIO_BITS = 12, Y_BITS = 6 };

static inline int32_t gain(uint32_t noise, const int16_t *gains) {
  if (noise <= 2) {
    return gains[noise];
  }
  const int32_t bits = 32 - __builtin_clz(noise);
  gains += 4 * bits - 6;
  /* The ten bits behind the highest one. */
  const int32_t fraction = (int32_t)((bits < 11 ? noise << (11 - bits) : noise >> (bits - 11)) & 0x3FF);
  int32_t slope = (gains[2] * fraction >> 5) + gains[1] * 32;
  return (int16_t)(((slope * fraction + (1 << 14)) >> 15) + gains[0]);
}

static inline uint32_t shrink(uint32_t ratio) {
  if (ratio < 2 << RATIO_BITS) {
    return ratio * ratio >> (2 + 2 * RATIO_BITS - Y_BITS);
  }
  return (ratio >> (RATIO_BITS - Y_BITS)) - (1 << Y_BITS);
}

void mote_signal_pcan_u32_c(const mote_signal_pcan_params *p, const uint32_t *x, const uint32_t *noise,
                            const int16_t gains[MOTE_PCAN_GAINS], uint32_t *y) {
  for (int32_t c = 0; c < p->channels; c++) {
    uint64_t product = (uint64_t)x[c] * (uint32_t)gain(noise[c], gains);
    y[c] = shrink((uint32_t)(product >> p->shift));
  }
}
