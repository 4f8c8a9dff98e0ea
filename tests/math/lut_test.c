/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tables: every entry of those that TFLite's kernels depend on, against the same computed with this machine's C library
 * (expf) and with a correctly rounded exp. lut_test [--full]: 2,000 ELU tables, or 200,000.
 */
#include "check.h"
#include "ops/common/lut.h"
#include "ops/common/math.h"
#include "ops/common/sigmoid_table.h"

#include <math.h>
#include <string.h>

static uint64_t seed = 1;

static float rounded_exp(float x) {
  return (float)exp((double)x);
}

static float elu_mote(float x) {
  return x < 0 ? mote_expf(x) - 1 : x;
}

static float elu_rounded(float x) {
  return x < 0 ? rounded_exp(x) - 1 : x;
}

static float elu_libc(float x) {
  return x < 0 ? expf(x) - 1 : x;
}

static float inverse_of_one_plus(float x) {
  return 1 / (1 + x);
}

static bool same_s16(float input_scale, int32_t zero_point, float output_scale, mote_float_function *f,
                     mote_float_function *g) {
  int16_t table[MOTE_LUT_S16_COUNT];
  int16_t expected[MOTE_LUT_S16_COUNT];
  mote_lut_fill_s16(input_scale, zero_point, output_scale, 0, f, table);
  mote_lut_fill_s16(input_scale, zero_point, output_scale, 0, g, expected);
  return memcmp(table, expected, sizeof table) == 0;
}

/* The entries of a table as TFLite's LUTPopulate defines them. */
static int16_t expected_s16(float input_scale, int zero_point, float output_scale, float (*f)(float), int i) {
  const float input_min = input_scale * (float)(-32768 - zero_point);
  const float input_max = input_scale * (float)(32767 - zero_point);
  const float scaling = 65536.0f / (output_scale * 32767 - output_scale * -32768);
  const float step = (input_max - input_min) / 512;
  if (i == 512) {
    return (int16_t)fminf(fmaxf(roundf(f(input_max) * scaling), -32768.0f), 32767.0f);
  }
  float here = f(input_min + (float)i * step);
  float middle = f(input_min + (float)i * step + step / 2);
  float next = f(input_min + (float)(i + 1) * step);
  float sample = roundf(here * scaling);
  float error = roundf((next * scaling + roundf(here * scaling)) / 2) - roundf(middle * scaling);
  return (int16_t)fminf(fmaxf(sample - roundf(error / 2), -32768.0f), 32767.0f);
}

static bool is_expected_s16(float input_scale, int zero_point, float output_scale, mote_float_function *mote,
                            float (*reference)(float)) {
  int16_t table[MOTE_LUT_S16_COUNT];
  bool ok = true;
  mote_lut_fill_s16(input_scale, zero_point, output_scale, 0, mote, table);
  for (int i = 0; i < MOTE_LUT_S16_COUNT; i++) {
    ok &= table[i] == expected_s16(input_scale, zero_point, output_scale, reference, i);
  }
  return ok;
}

/* The two tables of int16 SOFTMAX: exp from -10 to 0 and 1 / (1 + x) from 0 to 1. They are the same in all models. */
static void softmax_tables(void) {
  const float range = 65535;
  check(is_expected_s16(10 / range, 32767, 2 / range, mote_expf, expf), "softmax: exp, as the C library");
  check(same_s16(10 / range, 32767, 2 / range, mote_expf, rounded_exp), "softmax: exp, as rounded correctly");
  check(is_expected_s16(1 / range, -32768, 2 / range, inverse_of_one_plus, inverse_of_one_plus),
        "softmax: 1 / (1 + x)");
}

static void sigmoid_table(void) {
  bool ok = mote_sigmoid_table[255] == 65535;
  for (int i = 0; i < 255; i++) {
    double here = 65536 / (1 + exp(-i / 24.0));
    double middle = 65536 / (1 + exp(-(i + 0.5) / 24.0));
    double next = 65536 / (1 + exp(-(i + 1) / 24.0));
    ok &= mote_sigmoid_table[i] == (int)floor(here + (middle - (here + next) / 2) / 2 + 0.5);
  }
  check(ok, "sigmoid table");
}

static int8_t expected_s8(float input_scale, int input_zero_point, float output_scale, int output_zero_point,
                          float (*f)(float), int x) {
  float inverse_scale = 1 / output_scale;
  float rescaled = roundf(f(input_scale * (float)(x - input_zero_point)) * inverse_scale);
  return (int8_t)fminf(fmaxf(rescaled + (float)output_zero_point, -128.0f), 127.0f);
}

/* The table of int8 ELU depends on the model's scales: many of them. */
static void elu_tables(int count) {
  long wrong = 0;
  long from_libc = 0;
  for (int i = 0; i < count; i++) {
    float input_scale = (float)exp2((double)(random_u64(&seed) >> 11) * 0x1p-53 * 12 - 10);
    float output_scale = (float)exp2((double)(random_u64(&seed) >> 11) * 0x1p-53 * 8 - 10);
    int input_zero_point = (int)(random_u64(&seed) & 255) - 128;
    int output_zero_point = (int)(random_u64(&seed) & 255) - 128;
    int8_t table[MOTE_LUT_S8_COUNT];
    mote_lut_fill_s8(input_scale, input_zero_point, output_scale, output_zero_point, elu_mote, table);
    for (int x = -128; x < 128; x++) {
      int8_t y = table[(uint8_t)x];
      wrong += y != expected_s8(input_scale, input_zero_point, output_scale, output_zero_point, elu_rounded, x);
      from_libc += y != expected_s8(input_scale, input_zero_point, output_scale, output_zero_point, elu_libc, x);
    }
  }
  printf("ELU: of %ld entries %ld differ with a correctly rounded exp, %ld with the C library's\n", count * 256L, wrong,
         from_libc);
  check(wrong <= count / 10000, "ELU tables");
}

static void extremes(void) {
  int8_t table[MOTE_LUT_S8_COUNT];
  mote_lut_fill_s8(1e30f, 0, 1e-30f, 0, elu_mote, table);
  check(table[127] == 127 && table[0] == 0 && table[128] == -128, "overflow saturates");
  mote_lut_fill_s8(1, 0, 1e-45f, 0, elu_mote, table); /* 1 / scale is infinite, 0 times that is no number */
  check(table[1] == 127 && table[0] == -128, "no number gives the minimum");
}

/* Interpolation hits the samples and stays between them. */
static void interpolation(void) {
  int16_t table[MOTE_LUT_S16_COUNT];
  bool ok = true;
  mote_lut_fill_s16(8.0f / 32768, 0, 1.0f / 32768, 0, mote_tanhf, table);
  for (int x = -32768; x < 32768; x++) {
    int y = mote_lut_s16(table, (int16_t)x);
    ok &= fabs(y - 32768 * tanh(x * (8.0 / 32768))) <= 8;
    ok &= (x & 127) != 0 || y == table[(x + 32768) >> 7];
  }
  check(ok, "interpolation");
}

int main(int argc, char **argv) {
  bool full = argc > 1 && strcmp(argv[1], "--full") == 0;
  softmax_tables();
  sigmoid_table();
  elu_tables(full ? 200000 : 2000);
  extremes();
  interpolation();
  return check_summary();
}
