/* SPDX-License-Identifier: Apache-2.0 */
#include "kernel_case.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GUARD_BYTES = 64, GUARD = 0xA5 };

static test_buffer new_buffer(size_t before, size_t bytes, size_t after) {
  test_buffer b = {malloc(before + bytes + after + 1), NULL, bytes};
  if (b.block == NULL) {
    fputs("out of memory\n", stderr);
    exit(2);
  }
  memset(b.block, GUARD, before + bytes + after);
  b.data = b.block + before;
  return b;
}

test_buffer test_buffer_new(size_t bytes, size_t misalignment) {
  return new_buffer(misalignment, bytes, 0);
}

test_buffer test_buffer_new_guarded(size_t bytes, size_t misalignment) {
  return new_buffer(GUARD_BYTES + misalignment, bytes, GUARD_BYTES);
}

bool test_buffer_intact(const test_buffer *buffer) {
  for (size_t i = 1; i <= GUARD_BYTES; i++) {
    if (buffer->data[-(ptrdiff_t)i] != GUARD || buffer->data[buffer->bytes + i - 1] != GUARD) {
      return false;
    }
  }
  return true;
}

void test_buffer_free(test_buffer *buffer) {
  free(buffer->block);
  buffer->block = NULL;
}

/* --- Values ------------------------------------------------------------------------------------------------------- */

static uint64_t next(uint64_t *seed) { /* splitmix64 */
  uint64_t z = *seed += UINT64_C(0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

int32_t test_random(uint64_t *seed, int32_t low, int32_t high) {
  return (int32_t)(low + (int64_t)(next(seed) % (uint64_t)((int64_t)high - low + 1)));
}

int32_t test_value(uint64_t *seed, test_fill fill, size_t i, int32_t low, int32_t high) {
  switch (fill) {
  case TEST_LOWEST: return low;
  case TEST_HIGHEST: return high;
  case TEST_ALTERNATING: return (i & 1) != 0 ? low : high;
  default: return test_random(seed, low, high);
  }
}

float test_float(uint64_t *seed) {
  return (float)test_random(seed, -1000000, 1000000) / 250000.0f;
}

mote_requant test_requant(uint64_t *seed, int32_t low, int32_t high, bool per_channel) {
  const test_fill fill = (test_fill)test_random(seed, 0, TEST_FILL_COUNT - 1);
  const int32_t offset = test_value(seed, fill, 0, low, high);
  mote_requant q = {(int16_t)offset, (int16_t)low, (int16_t)high, per_channel};
  if (test_random(seed, 0, 1) != 0) {
    q.min = (int16_t)test_random(seed, low, 0);
    q.max = (int16_t)test_random(seed, 0, high);
  }
  return q;
}

void test_scales(uint64_t *seed, int32_t *scales, int32_t count, int32_t max_shift) {
  static const int32_t edges[] = {0, 1 << 30, (1 << 30) + 1, INT32_MAX, INT32_MAX - 1, 0x7FFF0000, 0x7FFEFFFF};
  int8_t *shifts = (int8_t *)(scales + count);
  for (int32_t i = 0; i < count; i++) {
    int32_t edge = test_random(seed, 0, 20);
    scales[i] = edge < 7 ? edges[edge] : test_random(seed, 1 << 30, INT32_MAX);
    shifts[i] = (int8_t)(test_random(seed, 0, 7) == 0 ? test_random(seed, -31, max_shift)
                                                      : test_random(seed, -14, max_shift < 1 ? max_shift : 1));
  }
}

/* --- The reference's arithmetic ----------------------------------------------------------------------------------- */

static int32_t finish(const mote_requant *q, int64_t y) {
  y += q->y_offset;
  return (int32_t)(y < q->min ? q->min : y > q->max ? q->max : y);
}

int32_t test_requantize(const mote_requant *q, int32_t sum, int32_t multiplier, int32_t shift) {
  int64_t shifted = (int32_t)((uint32_t)sum << (shift > 0 ? shift : 0));
  int64_t product = shifted * multiplier;
  int64_t high = (product + (product >= 0 ? 1 << 30 : 1 - (1 << 30))) / ((int64_t)1 << 31);
  int64_t divisor = (int64_t)1 << (shift < 0 ? -shift : 0);
  int64_t magnitude = ((high < 0 ? -high : high) + divisor / 2) / divisor; /* halves away from zero */
  return finish(q, high < 0 ? -magnitude : magnitude);
}

int32_t test_requantize_wide(const mote_requant *q, int64_t sum, int32_t multiplier, int32_t shift) {
  int64_t reduced = multiplier < 0x7FFF0000 ? (multiplier + 0x8000) / 0x10000 : 0x7FFF;
  int64_t divisor = (int64_t)1 << (15 - shift), scaled = sum * reduced + divisor / 2;
  int64_t floor = scaled / divisor - (scaled % divisor < 0);
  return finish(q, (int32_t)floor);
}
