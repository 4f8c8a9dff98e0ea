/* SPDX-License-Identifier: Apache-2.0 */
#ifndef MOTE_OPS_COMMON_INLINE_H
#define MOTE_OPS_COMMON_INLINE_H

/* For a loop that several functions call with different constants: each shall have a copy of its own, made for them.
 * Where the compiler cannot be told, only speed is lost. */
#if defined(__GNUC__)
#define MOTE_INLINE static inline __attribute__((always_inline))
#else
#define MOTE_INLINE static inline
#endif

/* For a loop that wants the registers for itself: not to be merged with what is around it. */
#if defined(__GNUC__)
#define MOTE_NOINLINE static __attribute__((noinline))
#else
#define MOTE_NOINLINE static
#endif

#endif
