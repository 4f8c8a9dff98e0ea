/* SPDX-License-Identifier: Apache-2.0 */
/* Decisions out of a fuzzer's bytes; when those are used up, out of a generator that they seed. */
#ifndef MOTE_TESTS_SUPPORT_RANDOM_H
#define MOTE_TESTS_SUPPORT_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct random_source {
  const uint8_t *data;
  size_t size;
  uint64_t state;
} random_source;

/* splitmix64 */
static inline uint64_t random_bits(random_source *r) {
  uint64_t z = r->state += UINT64_C(0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static inline uint32_t random_byte(random_source *r) {
  if (r->size == 0) {
    return (uint32_t)(random_bits(r) >> 56);
  }
  r->size--;
  return *r->data++;
}

/* 0 to count - 1 */
static inline uint32_t random_below(random_source *r, uint32_t count) {
  uint32_t value = random_byte(r);
  if (count > 256) {
    value = value << 8 | random_byte(r);
  }
  return value % count;
}

/* True once in `count` times. */
static inline bool random_once_in(random_source *r, uint32_t count) {
  return random_below(r, count) == count - 1;
}

#endif
