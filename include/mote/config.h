/* SPDX-License-Identifier: Apache-2.0 */
/* Build-time settings. Each may be set on the compiler's command line, the same for the library and the program. */
#ifndef MOTE_CONFIG_H
#define MOTE_CONFIG_H

/* 1: error texts and kernel names are compiled in (a few hundred bytes to a few KB of flash); 0: numbers only. */
#ifndef MOTE_TEXT
#define MOTE_TEXT 1
#endif

/* How often the WHILE loops of a model, all together, may go round in one invocation before they count as endless. */
#ifndef MOTE_MAX_ITERATIONS
#define MOTE_MAX_ITERATIONS 1000000
#endif

#if defined(__cplusplus)
#define MOTE_ALIGNED(n) alignas(n)
#else
#define MOTE_ALIGNED(n) _Alignas(n)
#endif

#endif
