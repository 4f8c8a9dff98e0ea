/* SPDX-License-Identifier: Apache-2.0 */
/* A float as its IEEE-754 binary32 bits, and back: no conversion, no floating-point instruction. */
#ifndef MOTE_RUNTIME_FLOAT_BITS_H
#define MOTE_RUNTIME_FLOAT_BITS_H

#include <stdint.h>

static inline uint32_t mote_float_to_bits(float x) {
  uint32_t bits;
  __builtin_memcpy(&bits, &x, sizeof bits);
  return bits;
}

static inline float mote_bits_to_float(uint32_t bits) {
  float x;
  __builtin_memcpy(&x, &bits, sizeof x);
  return x;
}

#endif
