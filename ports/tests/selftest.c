/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of the port, run on the board. Without an argument: all that can be checked from inside. With one: a single action
 * whose outcome the host checks (see CMakeLists.txt). */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "mote_port.h"
#include "selftest.h"

static int passed;
static int failed;

#define CHECK(condition) check((condition), #condition, __LINE__)

static void check(int condition, const char *what, int line) {
  if (condition) {
    passed++;
  } else {
    failed++;
    mote_port_printf("selftest.c:%d: FAILED: %s\n", line, what);
  }
}

static int equal(const char *a, const char *b) {
  while (*a == *b && *a != '\0') {
    a++;
    b++;
  }
  return *a == *b;
}

/* ---- start-up ---- */

static volatile uint32_t initialised = 0x12345678;
static volatile uint8_t initialised_bytes[5] = {1, 2, 3, 4, 5};
static volatile uint32_t cleared[100];

static void test_sections(void) {
  CHECK(initialised == 0x12345678);
  for (uint32_t i = 0; i < 5; i++) {
    CHECK(initialised_bytes[i] == i + 1);
  }
  uint32_t any = 0;
  for (uint32_t i = 0; i < 100; i++) {
    any |= cleared[i];
  }
  CHECK(any == 0);
  CHECK(mote_port_flash_used() > 1000 && mote_port_flash_used() < 8u << 20);
  CHECK(mote_port_ram_used() > mote_port_stack_bytes());
}

#if defined(MOTE_PORT_TEST_BIG)
#define BIG_DATA_WORDS (1u << 20) /* 4 MiB */
#define BIG_RAM_WORDS  (3u << 18) /* 3 MiB */
#else
#define BIG_DATA_WORDS 256u
#define BIG_RAM_WORDS  512u
#endif

MOTE_PORT_BIG_DATA static const uint32_t big_data[BIG_DATA_WORDS] = {11, 22, 33, [BIG_DATA_WORDS - 1] = 44};
MOTE_PORT_BIG_RAM static uint32_t big_ram[BIG_RAM_WORDS];

static void test_big_memory(void) {
  const volatile uint32_t *data = big_data;
  CHECK(data[0] == 11 && data[1] == 22 && data[2] == 33 && data[3] == 0 && data[BIG_DATA_WORDS - 1] == 44);
  volatile uint32_t *ram = big_ram;
  for (uint32_t i = 0; i < BIG_RAM_WORDS; i++) {
    ram[i] = i * 2654435761u;
  }
  uint32_t wrong = 0;
  for (uint32_t i = 0; i < BIG_RAM_WORDS; i++) {
    wrong += ram[i] != i * 2654435761u;
  }
  CHECK(wrong == 0);
  CHECK(data[0] == 11 && data[BIG_DATA_WORDS - 1] == 44);
}

/* ---- memory functions, against loops over bytes ---- */

#define BUFFER_BYTES 160u
#define MAX_OFFSET   5u
#define MAX_COUNT    70u

static uint8_t actual[BUFFER_BYTES];
static uint8_t expected[BUFFER_BYTES];
static uint8_t source[BUFFER_BYTES];

static void fill_buffers(void) {
  for (uint32_t i = 0; i < BUFFER_BYTES; i++) {
    actual[i] = (uint8_t)(i * 7 + 3);
    expected[i] = actual[i];
    source[i] = (uint8_t)(i * 13 + 101);
  }
}

static int buffers_agree(void) {
  uint32_t differing = 0;
  for (uint32_t i = 0; i < BUFFER_BYTES; i++) {
    differing += ((volatile uint8_t *)actual)[i] != ((volatile uint8_t *)expected)[i];
  }
  return differing == 0;
}

static int copies_agree(uint32_t to, uint32_t from, uint32_t count) {
  fill_buffers();
  for (uint32_t i = 0; i < count; i++) {
    ((volatile uint8_t *)expected)[to + i] = source[from + i];
  }
  return memcpy(actual + to, source + from, count) == actual + to && buffers_agree();
}

static int moves_agree(uint32_t to, uint32_t from, uint32_t count) {
  fill_buffers();
  for (uint32_t i = 0; i < count; i++) {
    const uint32_t j = to < from ? i : count - 1 - i;
    ((volatile uint8_t *)expected)[to + j] = expected[from + j];
  }
  return memmove(actual + to, actual + from, count) == actual + to && buffers_agree();
}

static int sets_agree(uint32_t to, uint32_t count) {
  fill_buffers();
  for (uint32_t i = 0; i < count; i++) {
    ((volatile uint8_t *)expected)[to + i] = 0xA9;
  }
  return memset(actual + to, 0x7A9, count) == actual + to && buffers_agree();
}

static void test_memory_functions(void) {
  int copies = 1;
  int moves = 1;
  int sets = 1;
  for (uint32_t count = 0; count <= MAX_COUNT; count++) {
    for (uint32_t to = 0; to < MAX_OFFSET; to++) {
      sets &= sets_agree(to, count);
      for (uint32_t from = 0; from < MAX_OFFSET; from++) {
        copies &= copies_agree(to, from, count);
        moves &= moves_agree(to, from, count);      /* overlapping, both directions */
        moves &= moves_agree(to, from + 32, count); /* overlapping or apart */
        moves &= moves_agree(to + 32, from, count);
      }
    }
  }
  CHECK(copies);
  CHECK(moves);
  CHECK(sets);
}

/* ---- stack ---- */

#define FRAME_BYTES 800u

__attribute__((noinline)) static uint32_t use_stack(uint32_t seed) {
  volatile uint8_t bytes[FRAME_BYTES];
  for (uint32_t i = 0; i < FRAME_BYTES; i++) {
    bytes[i] = (uint8_t)(seed + i);
  }
  return bytes[seed % FRAME_BYTES];
}

static void test_stack(void) {
  mote_port_stack_paint();
  const uint32_t before = mote_port_stack_used();
  CHECK(before > 0 && before < 1500);
  CHECK(use_stack(3) == 6);
  const uint32_t after = mote_port_stack_used();
  CHECK(after >= before + FRAME_BYTES - 64 && after <= before + FRAME_BYTES + 200);
  CHECK(after <= mote_port_stack_bytes() && mote_port_stack_bytes() == 2048);
  mote_port_stack_paint();
  CHECK(mote_port_stack_used() <= before);
}

/* ---- arithmetic units ---- */

static void test_float(void) {
  volatile float a = 1.5f;
  volatile float b = -2.25f;
  CHECK(a * b + 10.0f == 6.625f);
  CHECK((int32_t)(a / b * 3000.0f) == -2000);
}

#if defined(__ARM_FEATURE_MVE)
#include <arm_mve.h>

static void test_mve(void) {
  int8_t values[16];
  for (int8_t i = 0; i < 16; i++) {
    values[i] = (int8_t)(i - 4);
  }
  const int8x16_t v = vldrbq_s8(values);
  CHECK(vmladavq_s8(v, v) == 16 + 9 + 4 + 1 + 1 + 4 + 9 + 16 + 25 + 36 + 49 + 64 + 81 + 100 + 121);
#if __ARM_FEATURE_MVE & 2
  CHECK(vgetq_lane_f32(vmulq_n_f32(vdupq_n_f32(1.5f), 3.0f), 2) == 4.5f);
#endif
}
#else
static void test_mve(void) {}
#endif

/* ---- time ---- */

static void test_time(void) {
  const uint32_t start = mote_port_time();
  uint32_t previous = start;
  uint32_t backwards = 0;
  while (previous - start < 40000000u) { /* two wraps of a 24-bit counter */
    const uint32_t now = mote_port_time();
    backwards += now - previous > 1u << 31;
    previous = now;
  }
  CHECK(backwards == 0);
}

static void test_measure(void) {
  CHECK(mote_port_measure_begin != mote_port_measure_end);
  mote_port_measure_begin();
  mote_port_measure_end();
}

static void test_files(void) {
  CHECK(mote_port_file_open("/no/such/file", MOTE_PORT_FILE_READ) == -1);
}

static int test_all(void) {
  test_sections();
  test_big_memory();
  test_memory_functions();
  test_stack();
  test_float();
  test_mve();
  test_measure();
  test_time();
  test_files();
  mote_port_printf("selftest: %d passed, %d failed\n", passed, failed);
  return failed != 0;
}

/* ---- single actions ---- */

static int print_formats(void) {
  mote_port_printf("%d %i %u %x %X %c %s %%\n", -42, 2147483647, 4294967295u, 0xBEEFu, 0xBEEFu, 'A', "text");
  mote_port_printf("[%5d][%-5d][%05d][%+d][% d][%2d]\n", 42, 42, -42, 42, 42, 12345);
  mote_port_printf("[%8s][%-8s][%.2s][%*s]\n", "right", "left", "cut", 4, "*");
  mote_port_printf("%ld %lu %08lx %hd %zu\n", -2147483647L - 1, 4000000000ul, 0x1234ul, (short)-7, sizeof(uint32_t));
  mote_port_printf("%lld %llu %llx\n", -9223372036854775807LL - 1, 18446744073709551615ULL, 0x123456789ABCDEFULL);
  mote_port_printf("%f %.0f %.1f %.9f %8.3f %-8.2f| %08.2f %+.1f\n", 1.5, 2.5, 0.05, 0.1, -3.14159, 2.0, -1.0, 0.25);
  mote_port_printf("%f %f %f %.3f\n", (double)__builtin_inff(), -(double)__builtin_inff(), (double)__builtin_nanf(""),
                   999.9996);
  mote_port_printf("%.0f %.2f\n", (double)3.40282347e38f, (double)1.17549435e-38f);
  mote_port_printf(
      "A line that is longer than the sixty-four bytes that the sink holds, to see that it is flushed: %s\n", "done");
  return 0;
}

/* Reads a host file in pieces and writes its copy. */
static int copy_file(const char *from, const char *to) {
  char piece[100];
  const int32_t input = mote_port_file_open(from, MOTE_PORT_FILE_READ);
  const int32_t output = mote_port_file_open(to, MOTE_PORT_FILE_WRITE);
  if (input < 0 || output < 0) {
    mote_port_printf("selftest: cannot open %s or %s\n", from, to);
    return 1;
  }
  int32_t total = 0;
  for (;;) {
    const int32_t count = mote_port_file_read(input, piece, sizeof piece);
    if (count <= 0 || mote_port_file_write(output, piece, (uint32_t)count) != count) {
      break;
    }
    total += count;
  }
  const int32_t length = mote_port_file_length(input);
  mote_port_file_close(input);
  mote_port_file_close(output);
  mote_port_printf("selftest: %ld of %ld bytes\n", (long)total, (long)length);
  return total != length;
}

void mote_port_reset(void);            /* the start-up code's entry */
extern uint32_t mote_port_stack_top[]; /* where the stack pointer is then */

/* An emulator's memory is all zeros at first. So spoil the variables and start again: are they set up afresh? */
static int restart(void) {
  enum { RESTARTED = 0x0DDBA11 };
  if (((volatile uint32_t *)big_ram)[0] != RESTARTED) {
    ((volatile uint32_t *)big_ram)[0] = RESTARTED;
    initialised = 0;
    initialised_bytes[4] = 0;
    for (uint32_t i = 0; i < 100; i++) {
      cleared[i] = i + 1;
    }
    __asm__ volatile("msr msp, %0\n\tbx %1" ::"r"(mote_port_stack_top), "r"(mote_port_reset));
  }
  test_sections();
  mote_port_printf("selftest: %d passed, %d failed after a restart\n", passed, failed);
  return failed != 0;
}

static int parse_status(const char *digits) {
  int status = 0;
  while (*digits != '\0') {
    status = status * 10 + *digits++ - '0';
  }
  return status;
}

int main(void) {
  char line[400];
  char *arguments[4];
  const int32_t count = mote_port_arguments(line, sizeof line, arguments, 4);
  if (count < 2) {
    return test_all();
  }
  if (equal(arguments[1], "formats")) {
    return print_formats();
  }
  if (equal(arguments[1], "copy") && count == 4) {
    return copy_file(arguments[2], arguments[3]);
  }
  if (equal(arguments[1], "restart")) {
    return restart();
  }
  if (equal(arguments[1], "exit") && count == 3) {
    return parse_status(arguments[2]);
  }
  for (const mote_port_fault_case *f = mote_port_fault_cases; f->name != NULL; f++) {
    if (equal(arguments[1], f->name)) {
      mote_port_printf("selftest: expected pc 0x%08lx\n", (unsigned long)(uintptr_t)f->where);
      f->cause();
      return 0; /* the host expects a fault, not success */
    }
  }
  mote_port_printf("selftest: unknown argument %s\n", arguments[1]);
  return 2;
}
