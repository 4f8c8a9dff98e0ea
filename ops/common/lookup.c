/* SPDX-License-Identifier: Apache-2.0 */
#include "lookup.h"

/* Four at a time, so that the loads stand side by side. */
void mote_lookup_s8_c(int32_t count, const int8_t *table, const int8_t *x, int8_t *y) {
  int32_t i = 0;
  for (; i + 4 <= count; i += 4) {
    uint8_t i0 = (uint8_t)x[i], i1 = (uint8_t)x[i + 1], i2 = (uint8_t)x[i + 2], i3 = (uint8_t)x[i + 3];
    int8_t y0 = table[i0], y1 = table[i1], y2 = table[i2], y3 = table[i3];
    y[i] = y0;
    y[i + 1] = y1;
    y[i + 2] = y2;
    y[i + 3] = y3;
  }
  for (; i < count; i++) {
    y[i] = table[(uint8_t)x[i]];
  }
}

void mote_table_start(uint8_t *table) {
  for (int32_t i = 0; i < MOTE_TABLE_BYTES; i++) {
    table[i] = (uint8_t)i;
  }
}

void mote_lookup_s16_c(int32_t count, const int16_t *table, const int16_t *x, int16_t *y) {
  for (int32_t i = 0; i < count; i++) {
    y[i] = mote_lut_s16(table, x[i]);
  }
}
