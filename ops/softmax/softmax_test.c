/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of int16 SOFTMAX against those that TFLite would fill; and rows in parts, in place, and alike. */
#include "softmax.h"

#include "../common/lut.h"
#include "../common/math.h"
#include "tests/math/check.h"

static float reciprocal_of_one_plus(float x) {
  return 1.0f / (1.0f + x);
}

static void test_tables(void) {
  int16_t table[MOTE_LUT_S16_COUNT];
  bool same = true;
  mote_lut_fill_s16(10.0f / 65535, INT16_MAX, 2.0f / 65535, 0, mote_expf, table);
  for (int i = 0; i < MOTE_LUT_S16_COUNT; i++) {
    same = same && mote_softmax_exp_table[i] == table[i];
  }
  check(same, "exponentials");
  same = true;
  mote_lut_fill_s16(1.0f / 65535, INT16_MIN, 2.0f / 65535, 0, reciprocal_of_one_plus, table);
  for (int i = 0; i < MOTE_LUT_S16_COUNT; i++) {
    same = same && mote_softmax_reciprocal_entry(i) == table[i];
  }
  check(same, "reciprocals");
}

enum { ROWS = 5, DEPTH = 7, LONG = 4095 };

static void test_rows(void) {
  const mote_softmax_s8_params p = {ROWS, DEPTH, {1500000000, 22, -124}};
  const mote_rows all = {0, ROWS}, first = {0, 2}, rest = {2, ROWS};
  int8_t x[ROWS * DEPTH], whole[ROWS * DEPTH], parts[ROWS * DEPTH];
  int32_t scratch[DEPTH];
  uint64_t state = 1;
  for (int i = 0; i < ROWS * DEPTH; i++) {
    x[i] = (int8_t)random_u64(&state);
  }
  mote_softmax_s8_c(&p, all, x, whole, scratch);
  mote_softmax_s8_c(&p, first, x, parts, scratch);
  mote_softmax_s8_c(&p, rest, x, parts, scratch);
  mote_softmax_s8_c(&p, all, x, x, scratch);
  bool same = true;
  for (int i = 0; i < ROWS * DEPTH; i++) {
    same = same && parts[i] == whole[i] && x[i] == whole[i];
  }
  check(same, "rows in parts and in place");
}

/* So many equal shares that nothing is left of any. */
static void test_many(void) {
  const mote_softmax_s8_params p = {1, LONG, {1500000000, 22, -124}};
  const mote_rows all = {0, 1};
  static int8_t x[LONG];
  static int32_t scratch[LONG];
  mote_softmax_s8_c(&p, all, x, x, scratch);
  bool lowest = true;
  for (int i = 0; i < LONG; i++) {
    lowest = lowest && x[i] == INT8_MIN;
  }
  check(lowest, "many equal elements");
}

int main(void) {
  test_tables();
  test_rows();
  test_many();
  return check_summary();
}
