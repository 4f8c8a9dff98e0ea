/* SPDX-License-Identifier: Apache-2.0 */
/* memcpy, memmove, memset, and the names by which Arm's run-time ABI calls them (clang uses those). */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define WORD_BYTES           sizeof(uint32_t)
#define WORTH_ALIGNING_BYTES 12u

typedef uint32_t __attribute__((may_alias)) word;
typedef struct {
  uint32_t value;
} __attribute__((packed, may_alias)) unaligned_word;

static int is_aligned(const void *pointer) {
  return ((uintptr_t)pointer & (WORD_BYTES - 1)) == 0;
}

/* Whether 32-bit loads work at any address, or at least at from once to is aligned. */
static int can_load_words(const unsigned char *to, const unsigned char *from) {
#if defined(__ARM_FEATURE_UNALIGNED)
  (void)to;
  (void)from;
  return 1;
#else
  return (((uintptr_t)to ^ (uintptr_t)from) & (WORD_BYTES - 1)) == 0;
#endif
}

static uint32_t load_word(const unsigned char *from) {
#if defined(__ARM_FEATURE_UNALIGNED)
  return ((const unaligned_word *)from)->value;
#else
  return *(const word *)(const void *)from;
#endif
}

static void store_word(unsigned char *to, uint32_t value) {
  *(word *)(void *)to = value;
}

/* Right for overlapping blocks when to is below from: each step loads before it stores. */
static void copy_forward(unsigned char *to, const unsigned char *from, size_t count) {
  if (count >= WORTH_ALIGNING_BYTES && can_load_words(to, from)) {
    for (; !is_aligned(to); count--) {
      *to++ = *from++;
    }
    for (; count >= 4 * WORD_BYTES; count -= 4 * WORD_BYTES) {
      const uint32_t a = load_word(from);
      const uint32_t b = load_word(from + 4);
      const uint32_t c = load_word(from + 8);
      const uint32_t d = load_word(from + 12);
      store_word(to, a);
      store_word(to + 4, b);
      store_word(to + 8, c);
      store_word(to + 12, d);
      to += 4 * WORD_BYTES;
      from += 4 * WORD_BYTES;
    }
    for (; count >= WORD_BYTES; count -= WORD_BYTES) {
      store_word(to, load_word(from));
      to += WORD_BYTES;
      from += WORD_BYTES;
    }
  }
  for (; count > 0; count--) {
    *to++ = *from++;
  }
}

/* Right for overlapping blocks when to is above from. Both pointers are one past the end. */
static void copy_backward(unsigned char *to, const unsigned char *from, size_t count) {
  if (count >= WORTH_ALIGNING_BYTES && can_load_words(to, from)) {
    for (; !is_aligned(to); count--) {
      *--to = *--from;
    }
    for (; count >= WORD_BYTES; count -= WORD_BYTES) {
      to -= WORD_BYTES;
      from -= WORD_BYTES;
      store_word(to, load_word(from));
    }
  }
  for (; count > 0; count--) {
    *--to = *--from;
  }
}

void *memcpy(void *restrict to, const void *restrict from, size_t count) {
  copy_forward(to, from, count);
  return to;
}

void *memmove(void *to, const void *from, size_t count) {
  unsigned char *t = to;
  const unsigned char *f = from;
  if ((uintptr_t)t - (uintptr_t)f >= count) { /* below, or beyond the end: the difference wraps */
    copy_forward(t, f, count);
  } else {
    copy_backward(t + count, f + count, count);
  }
  return to;
}

void *memset(void *to, int value, size_t count) {
  unsigned char *t = to;
  const unsigned char byte = (unsigned char)value;
  if (count >= WORTH_ALIGNING_BYTES) {
    for (; !is_aligned(t); count--) {
      *t++ = byte;
    }
    const uint32_t pattern = byte * 0x01010101u;
    for (; count >= 4 * WORD_BYTES; count -= 4 * WORD_BYTES) {
      store_word(t, pattern);
      store_word(t + 4, pattern);
      store_word(t + 8, pattern);
      store_word(t + 12, pattern);
      t += 4 * WORD_BYTES;
    }
    for (; count >= WORD_BYTES; count -= WORD_BYTES) {
      store_word(t, pattern);
      t += WORD_BYTES;
    }
  }
  for (; count > 0; count--) {
    *t++ = byte;
  }
  return to;
}

#if defined(__clang__)
#define MOTE_PORT_AEABI_COPY(name, function)            \
  void name(void *to, const void *from, size_t count);  \
  void name(void *to, const void *from, size_t count) { \
    function(to, from, count);                          \
  }
#define MOTE_PORT_AEABI_SET(name)                \
  void name(void *to, size_t count, int value);  \
  void name(void *to, size_t count, int value) { \
    memset(to, value, count);                    \
  }
#define MOTE_PORT_AEABI_CLEAR(name)   \
  void name(void *to, size_t count);  \
  void name(void *to, size_t count) { \
    memset(to, 0, count);             \
  }

MOTE_PORT_AEABI_COPY(__aeabi_memcpy, memcpy)
MOTE_PORT_AEABI_COPY(__aeabi_memcpy4, memcpy)
MOTE_PORT_AEABI_COPY(__aeabi_memcpy8, memcpy)
MOTE_PORT_AEABI_COPY(__aeabi_memmove, memmove)
MOTE_PORT_AEABI_COPY(__aeabi_memmove4, memmove)
MOTE_PORT_AEABI_COPY(__aeabi_memmove8, memmove)
MOTE_PORT_AEABI_SET(__aeabi_memset)
MOTE_PORT_AEABI_SET(__aeabi_memset4)
MOTE_PORT_AEABI_SET(__aeabi_memset8)
MOTE_PORT_AEABI_CLEAR(__aeabi_memclr)
MOTE_PORT_AEABI_CLEAR(__aeabi_memclr4)
MOTE_PORT_AEABI_CLEAR(__aeabi_memclr8)
#endif
