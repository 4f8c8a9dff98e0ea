/* SPDX-License-Identifier: Apache-2.0 */
#include "saturate.h"

void mote_clamp_s8_c(int32_t count, int32_t min, int32_t max, const int8_t *x, int8_t *y) {
  for (int32_t i = 0; i < count; i++) {
    y[i] = (int8_t)mote_clamp(x[i], min, max);
  }
}

void mote_clamp_s16_c(int32_t count, int32_t min, int32_t max, const int16_t *x, int16_t *y) {
  for (int32_t i = 0; i < count; i++) {
    y[i] = (int16_t)mote_clamp(x[i], min, max);
  }
}

void mote_clamp_f32_c(int32_t count, float min, float max, const float *x, float *y) {
  for (int32_t i = 0; i < count; i++) {
    y[i] = mote_clampf(x[i], min, max);
  }
}
