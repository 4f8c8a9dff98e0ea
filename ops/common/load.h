/* SPDX-License-Identifier: Apache-2.0 */
/* Loads from addresses with less alignment than the type has. One instruction where the core can, never undefined. */
#ifndef MOTE_OPS_COMMON_LOAD_H
#define MOTE_OPS_COMMON_LOAD_H

#include <stdint.h>

/* __builtin_memcpy, because -ffreestanding makes plain memcpy a call. */
static inline uint32_t mote_load32(const void *p) {
  uint32_t value;
  __builtin_memcpy(&value, p, sizeof value);
  return value;
}

/* An int64 that may stand at any 4-byte boundary, as those of a model do. */
typedef int64_t mote_int64 __attribute__((aligned(4)));

/* An int64 of the model (a bias), which stands at a 4-byte boundary. */
static inline int64_t mote_load64(const void *p) {
  const uint32_t *words = (const uint32_t *)p;
  return (int64_t)((uint64_t)words[1] << 32 | words[0]);
}

#endif
