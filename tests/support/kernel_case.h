/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of kernels share: memory that shows what was touched, inputs that hurt, the reference's arithmetic. */
#ifndef MOTE_TESTS_SUPPORT_KERNEL_CASE_H
#define MOTE_TESTS_SUPPORT_KERNEL_CASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ops/common/requant.h"

/* Ends the program when there is no memory. `misalignment` bytes off an 8-byte boundary; nothing follows the last byte,
 * so the address sanitizer sees an access beyond it. */
typedef struct test_buffer {
  uint8_t *block;
  uint8_t *data;
  size_t bytes;
} test_buffer;

test_buffer test_buffer_new(size_t bytes, size_t misalignment);
/* For outputs: between guards, and full of a pattern. */
test_buffer test_buffer_new_guarded(size_t bytes, size_t misalignment);
/* Are the guards what they were? */
bool test_buffer_intact(const test_buffer *buffer);
void test_buffer_free(test_buffer *buffer);

static inline size_t test_bytes(int32_t count, int32_t element_bytes) {
  return (size_t)count * (size_t)element_bytes;
}

/* From `low` to `high`. */
int32_t test_random(uint64_t *seed, int32_t low, int32_t high);

/* How the values of an operand are chosen. */
typedef enum test_fill { TEST_RANDOM, TEST_LOWEST, TEST_HIGHEST, TEST_ALTERNATING, TEST_FILL_COUNT } test_fill;
/* Value number `i` of those from `low` to `high`. */
int32_t test_value(uint64_t *seed, test_fill fill, size_t i, int32_t low, int32_t high);
float test_float(uint64_t *seed);

/* A quantised output with a random zero point and range, and scales with the edges among them: `count` multipliers and
 * shifts (mote_scale_shifts()), the shifts at most max_shift. */
mote_requant test_requant(uint64_t *seed, int32_t low, int32_t high, bool per_channel);
void test_scales(uint64_t *seed, int32_t *scales, int32_t count, int32_t max_shift);

/* MultiplyByQuantizedMultiplier of the reference, for sums of 32 and of 64 bits, to an output; nothing shared with the
 * library's own. */
int32_t test_requantize(const mote_requant *q, int32_t sum, int32_t multiplier, int32_t shift);
int32_t test_requantize_wide(const mote_requant *q, int64_t sum, int32_t multiplier, int32_t shift);

#endif
