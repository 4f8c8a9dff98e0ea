/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of the arithmetic share: a fixed-seed random source and the count of what passed. */
#ifndef MOTE_TESTS_MATH_CHECK_H
#define MOTE_TESTS_MATH_CHECK_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

static unsigned check_passed;
static unsigned check_failed;

/* Counts one property, and says which when it does not hold. */
static inline void check(bool ok, const char *name) {
  if (ok) {
    check_passed++;
  } else {
    check_failed++;
    printf("FAILED: %s\n", name);
  }
}

static inline int check_summary(void) {
  printf("%u passed, %u failed\n", check_passed, check_failed);
  return check_failed != 0;
}

/* splitmix64 */
static inline uint64_t random_u64(uint64_t *state) {
  uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* Random bits, every other time with long runs of equal bits: the shapes on which rounding goes wrong. */
static inline uint64_t random_runs(uint64_t *state) {
  uint64_t bits = random_u64(state);
  uint64_t shape = random_u64(state);
  if ((shape & 1) != 0) {
    uint64_t mask = (UINT64_C(1) << (shape >> 1 & 63)) - 1;
    bits = (shape & 128) != 0 ? bits | mask : bits & ~mask;
  }
  if ((shape & 256) != 0) {
    uint64_t mask = ~UINT64_C(0) << (shape >> 9 & 63);
    bits = (shape & 32768) != 0 ? bits | mask : bits & ~mask;
  }
  return bits;
}

#endif
