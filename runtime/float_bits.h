/* SPDX-License-Identifier: Apache-2.0 */
/* A float as its IEEE-754 binary32 bits, and back: no conversion, no floating-point instruction. */
#ifndef MOTE_RUNTIME_FLOAT_BITS_H
#define MOTE_RUNTIME_FLOAT_BITS_H

#include <stdint.h>

/* A union: GCC moves between the registers, where for memcpy and -Os it goes through memory. */
static inline uint32_t mote_float_to_bits(float x) {
  union {
    float x;
    uint32_t bits;
  } u = {x};
  return u.bits;
}

static inline float mote_bits_to_float(uint32_t bits) {
  union {
    uint32_t bits;
    float x;
  } u = {bits};
  return u.x;
}

#endif
