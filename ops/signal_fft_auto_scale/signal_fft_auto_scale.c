/* SPDX-License-Identifier: Apache-2.0 */
#include "signal_fft_auto_scale.h"

void mote_signal_fft_auto_scale_s16_c(int32_t count, const int16_t *x, int16_t *y, int32_t *bits) {
  int32_t max = 0;
  for (int32_t i = 0; i < count; i++) {
    int32_t value = x[i];
    if (value > max) {
      max = value;
    } else if (-value > max) {
      max = (int16_t)-value;
    }
  }
  const int32_t shift = max > 0 ? __builtin_clz((uint32_t)max) - 17 : 0;
  for (int32_t i = 0; i < count; i++) {
    y[i] = (int16_t)(x[i] * (1 << shift));
  }
  *bits = shift;
}
