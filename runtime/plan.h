/* SPDX-License-Identifier: Apache-2.0 */
/* Places buffers with known lifetimes in one memory. Knows nothing of models. */
#ifndef MOTE_RUNTIME_PLAN_H
#define MOTE_RUNTIME_PLAN_H

#include <stdbool.h>
#include <stdint.h>

enum { MOTE_PLAN_ALIGNMENT = 8, MOTE_PLAN_KIND_SHIFT = 28, MOTE_UNPLACED = 0x0FFFFFFF };

/* Only items of kind 0 are placed; the loader marks others (see layout.c) in the upper bits of `offset`. */
typedef struct mote_plan_item {
  uint32_t offset; /* kind << MOTE_PLAN_KIND_SHIFT | offset; MOTE_UNPLACED before it is placed */
  uint32_t bytes;
  uint16_t first, last; /* the first and the last moment at which the buffer is in use */
} mote_plan_item;

/* Two buffers that are in use at the same moment and share memory. */
bool mote_plan_conflict(const mote_plan_item *a, const mote_plan_item *b);

/* Gives every unplaced item an offset: the largest first, each at the lowest place that is free while it lives. */
void mote_plan_place(mote_plan_item *items, uint32_t count);

/* True when no two placed items conflict and each stands at a MOTE_PLAN_ALIGNMENT boundary; else `*wrong` is one. */
bool mote_plan_check(const mote_plan_item *items, uint32_t count, uint32_t *wrong);

#endif
