/* SPDX-License-Identifier: Apache-2.0 */
/* The port's printf against the host's, for many values and every flag. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "mote_port.h"

static char written[4096];
static uint32_t written_bytes;
static int passed;
static int failed;

void mote_port_write(const char *text, uint32_t length_bytes) {
  memcpy(written + written_bytes, text, length_bytes);
  written_bytes += length_bytes;
}

static void compare(const char *format, const char *expected) {
  written[written_bytes] = '\0';
  if (strcmp(written, expected) == 0) {
    passed++;
  } else {
    failed++;
    printf("%s: [%s] instead of [%s]\n", format, written, expected);
  }
}

#define TEST(...)                                     \
  do {                                                \
    char expected[4096];                              \
    snprintf(expected, sizeof expected, __VA_ARGS__); \
    written_bytes = 0;                                \
    mote_port_printf(__VA_ARGS__);                    \
    compare(first(__VA_ARGS__, 0), expected);         \
  } while (0)

static const char *first(const char *format, ...) {
  return format;
}

static uint64_t next_random(void) {
  static uint64_t state = 1;
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

static float float_of_bits(uint32_t bits) {
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static void test_integers(void) {
  static const int64_t values[] = {0, 1, -1, 9, 10, 99, 100, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN, 1234567890123};
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
    const long long v = values[i];
    TEST("%d %i %u %x %X", (int)v, (int)v, (unsigned)v, (unsigned)v, (unsigned)v);
    TEST("[%12d][%-12d][%012d][%+d][% d][%+12d][%+012d][%-+12d]", (int)v, (int)v, (int)v, (int)v, (int)v, (int)v,
         (int)v, (int)v);
    TEST("[%*d][%-*d][%*d]", 9, (int)v, 9, (int)v, -9, (int)v);
    TEST("%ld %lu %lx %lld %llu %llx %zu", (long)v, (unsigned long)v, (unsigned long)v, v, (unsigned long long)v,
         (unsigned long long)v, (size_t)v);
    TEST("[%24lld][%-24lld][%024llx]", v, v, (unsigned long long)v);
  }
  TEST("%hd %hu", (short)-5, (unsigned short)65535);
}

static void test_strings(void) {
  TEST("plain");
  TEST("100%% of %s%c", "it", '!');
  TEST("[%8s][%-8s][%.2s][%8.2s][%.*s][%.0s][%c]", "abc", "abc", "abc", "abc", 1, "abc", "abc", 'x');
  TEST("%s", "more than sixty-four bytes: 0123456789012345678901234567890123456789012345678901234567890123456789");
  TEST("[%70d]", 5);
}

static void test_float(float value) {
  const double v = (double)value;
  TEST("%f %.0f %.1f %.2f %.3f %.4f %.9f", v, v, v, v, v, v, v);
  TEST("[%+.3f][% .3f][%12.3f][%-12.3f][%012.3f][%+012.1f]", v, v, v, v, v, v);
}

static void test_floats(void) {
  static const float values[] = {0.0f,       -0.0f,         0.5f,     1.5f,        2.5f,          0.125f,
                                 0.375f,     0.05f,         0.25f,    9.5f,        99.5f,         999999.94f,
                                 0.9999999f, 3.4028235e38f, 1e-45f,   16777216.0f, 4294967296.0f, 1.8446744e19f,
                                 1e10f,      -1e20f,        INFINITY, -INFINITY};
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
    test_float(values[i]);
    test_float(-values[i]);
  }
  for (int i = 0; i < 200000; i++) {
    const float value = float_of_bits((uint32_t)next_random());
    if (!isnan(value)) {
      test_float(value);
    }
    test_float((float)((int32_t)next_random() % 100000) / 1024.0f); /* many ties */
  }
  TEST("%f [%08f]", (double)NAN, (double)NAN);
}

int main(void) {
  test_integers();
  test_strings();
  test_floats();
  printf("printf_test: %d passed, %d failed\n", passed, failed);
  return failed != 0;
}
