/* SPDX-License-Identifier: Apache-2.0 */
#include "lookup.h"

void mote_lookup_s8_c(int32_t count, const int8_t *table, const int8_t *x, int8_t *y) {
  for (int32_t i = 0; i < count; i++) {
    y[i] = table[(uint8_t)x[i]];
  }
}

void mote_lookup_s16_c(int32_t count, const int16_t *table, const int16_t *x, int16_t *y) {
  for (int32_t i = 0; i < count; i++) {
    y[i] = mote_lut_s16(table, x[i]);
  }
}
