/* SPDX-License-Identifier: Apache-2.0 */
#include "plan.h"

#include <stddef.h>

static bool is_placed(const mote_plan_item *item) {
  return item->offset < MOTE_UNPLACED && item->bytes > 0;
}

static uint32_t end_of(const mote_plan_item *item) {
  return (item->offset + item->bytes + MOTE_PLAN_ALIGNMENT - 1) & ~(uint32_t)(MOTE_PLAN_ALIGNMENT - 1);
}

bool mote_plan_conflict(const mote_plan_item *a, const mote_plan_item *b) {
  return a->first <= b->last && b->first <= a->last && a->offset < end_of(b) && b->offset < end_of(a);
}

static mote_plan_item *largest_unplaced(mote_plan_item *items, uint32_t count) {
  mote_plan_item *largest = NULL;
  for (uint32_t i = 0; i < count; i++) {
    if (items[i].offset == MOTE_UNPLACED && (largest == NULL || items[i].bytes > largest->bytes)) {
      largest = &items[i];
    }
  }
  return largest;
}

/* The lowest offset: starting at 0, behind every placed item in the way, round and round until none is. */
static void place(mote_plan_item *item, const mote_plan_item *items, uint32_t count) {
  item->offset = 0;
  for (uint32_t i = 0, passed = 0; passed < count; passed++) {
    if (&items[i] != item && is_placed(&items[i]) && mote_plan_conflict(item, &items[i])) {
      item->offset = end_of(&items[i]);
      passed = 0;
    }
    i = i + 1 < count ? i + 1 : 0;
  }
}

void mote_plan_place(mote_plan_item *items, uint32_t count) {
  for (mote_plan_item *item; (item = largest_unplaced(items, count)) != NULL;) {
    place(item, items, count);
  }
}

bool mote_plan_check(const mote_plan_item *items, uint32_t count, uint32_t *wrong) {
  for (uint32_t i = 0; i < count; i++) {
    *wrong = i;
    if (!is_placed(&items[i])) {
      continue;
    }
    if (items[i].offset % MOTE_PLAN_ALIGNMENT != 0) {
      return false;
    }
    for (uint32_t j = 0; j < i; j++) {
      if (is_placed(&items[j]) && mote_plan_conflict(&items[i], &items[j])) {
        return false;
      }
    }
  }
  return true;
}
