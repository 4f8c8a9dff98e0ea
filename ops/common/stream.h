/* SPDX-License-Identifier: Apache-2.0 */
/* Streams of which an operator keeps the end, its history, from one invocation to the next. */
#ifndef MOTE_OPS_COMMON_STREAM_H
#define MOTE_OPS_COMMON_STREAM_H

#include <stdint.h>

/* Copies the bytes [first, first + bytes) of the history followed by x to y, which may be the history itself. */
void mote_stream_copy(const void *history, uint32_t history_bytes, const void *x, uint32_t first, uint32_t bytes,
                      void *y);

#endif
