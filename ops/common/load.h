/* SPDX-License-Identifier: Apache-2.0 */
/* Loads and stores at addresses with less alignment than the type has. One instruction where the core can, never undefined. */
#ifndef MOTE_OPS_COMMON_LOAD_H
#define MOTE_OPS_COMMON_LOAD_H

#include <stdint.h>

/* A packed struct, because memcpy becomes a call: with -ffreestanding everywhere, as __builtin_memcpy on Armv6-M. */
typedef struct mote_word {
  uint32_t value;
} __attribute__((packed, may_alias)) mote_word;

static inline uint32_t mote_load32(const void *p) {
  return ((const mote_word *)p)->value;
}

static inline void mote_store32(void *p, uint32_t value) {
  ((mote_word *)p)->value = value;
}

/* An int64 that may stand at any 4-byte boundary, as those of a model do. */
typedef int64_t mote_int64 __attribute__((aligned(4)));

/* An int64 of the model (a bias), which stands at a 4-byte boundary. */
static inline int64_t mote_load64(const void *p) {
  const uint32_t *words = (const uint32_t *)p;
  return (int64_t)((uint64_t)words[1] << 32 | words[0]);
}

#endif
