/* SPDX-License-Identifier: Apache-2.0 */
/* The planner on random buffers: no two in use at once overlap, and the result is never worse than no planning. */
#include "runtime/plan.h"
#include "tests/host/check.h"
#include "tests/support/random.h"

enum { MAX_ITEMS = 60, TIMES = 30 };

static uint32_t aligned(uint32_t bytes) {
  return (bytes + MOTE_PLAN_ALIGNMENT - 1) & ~(uint32_t)(MOTE_PLAN_ALIGNMENT - 1);
}

static uint32_t make_items(random_source *r, mote_plan_item *items) {
  uint32_t count = random_below(r, MAX_ITEMS + 1);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t a = random_below(r, TIMES), b = random_below(r, TIMES);
    items[i].bytes = random_once_in(r, 8) ? 0 : 1 + random_below(r, random_once_in(r, 4) ? 20000 : 100);
    items[i].first = (uint16_t)(a < b ? a : b);
    items[i].last = (uint16_t)(a < b ? b : a);
    items[i].offset = MOTE_UNPLACED;
  }
  return count;
}

/* Straight from the definition. */
static bool overlap(const mote_plan_item *a, const mote_plan_item *b) {
  bool at_once = a->first <= b->last && b->first <= a->last;
  return at_once && a->bytes > 0 && b->bytes > 0 && a->offset < b->offset + b->bytes &&
         b->offset < a->offset + a->bytes;
}

typedef struct totals {
  uint32_t sum, peak, end;
} totals;

/* The bytes of all buffers, of those in use at the busiest moment, and of the plan. */
static totals measure(const mote_plan_item *items, uint32_t count) {
  totals t = {0, 0, 0};
  for (uint32_t i = 0; i < count; i++) {
    uint32_t end = items[i].offset + aligned(items[i].bytes);
    t.sum += aligned(items[i].bytes);
    t.end = end > t.end ? end : t.end;
  }
  for (uint32_t time = 0; time < TIMES; time++) {
    uint32_t live = 0;
    for (uint32_t i = 0; i < count; i++) {
      live += items[i].first <= time && time <= items[i].last ? aligned(items[i].bytes) : 0;
    }
    t.peak = live > t.peak ? live : t.peak;
  }
  return t;
}

static bool is_sound(const mote_plan_item *items, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (items[i].offset % MOTE_PLAN_ALIGNMENT != 0) {
      return false;
    }
    for (uint32_t j = 0; j < i; j++) {
      if (overlap(&items[i], &items[j])) {
        return false;
      }
    }
  }
  return true;
}

/* Each buffer at the lowest place that those placed before it leave: the larger ones, and of equals the earlier. */
static bool is_lowest(const mote_plan_item *items, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    mote_plan_item moved = items[i];
    for (moved.offset = 0; moved.offset < items[i].offset; moved.offset += MOTE_PLAN_ALIGNMENT) {
      bool is_free = true;
      for (uint32_t j = 0; j < count; j++) {
        bool before = items[j].bytes > moved.bytes || (items[j].bytes == moved.bytes && j < i);
        is_free = is_free && !(before && overlap(&moved, &items[j]));
      }
      if (is_free && moved.bytes > 0) {
        return false;
      }
    }
  }
  return true;
}

static void test_random_plans(random_source *r) {
  bool sound = true, never_worse = true, never_below_peak = true, same_again = true, lowest = true, checked = true;
  for (int round = 0; round < 500; round++) {
    mote_plan_item items[MAX_ITEMS], again[MAX_ITEMS];
    uint32_t count = make_items(r, items), wrong;
    memcpy(again, items, sizeof items);
    mote_plan_place(items, count);
    mote_plan_place(again, count);
    totals t = measure(items, count);
    sound = sound && is_sound(items, count);
    lowest = lowest && is_lowest(items, count);
    never_worse = never_worse && t.end <= t.sum;
    never_below_peak = never_below_peak && t.end >= t.peak;
    same_again = same_again && memcmp(items, again, count * sizeof *items) == 0;
    checked = checked && mote_plan_check(items, count, &wrong);
  }
  CHECK(sound);
  CHECK(lowest);
  CHECK(never_worse);
  CHECK(never_below_peak);
  CHECK(same_again);
  CHECK(checked);
}

/* Some buffers have their place already, and keep it. */
static void test_fixed_items(random_source *r) {
  bool sound = true, kept = true;
  for (int round = 0; round < 200; round++) {
    mote_plan_item items[MAX_ITEMS];
    uint32_t count = make_items(r, items), fixed = count / 4;
    for (uint32_t i = 0; i < fixed; i++) {
      items[i].offset = 32768 * i;
    }
    mote_plan_place(items, count);
    for (uint32_t i = 0; i < fixed; i++) {
      kept = kept && items[i].offset == 32768 * i;
    }
    sound = sound && is_sound(items, count);
  }
  CHECK(kept);
  CHECK(sound);
}

/* Items of another kind are none of the planner's business. */
static void test_other_kinds(void) {
  mote_plan_item items[] = {
      {3u << MOTE_PLAN_KIND_SHIFT | 8, 64, 0, 9}, {MOTE_UNPLACED, 64, 0, 9}, {MOTE_UNPLACED, 8, 5, 5}};
  mote_plan_place(items, 3);
  CHECK(items[0].offset == (3u << MOTE_PLAN_KIND_SHIFT | 8));
  CHECK(items[1].offset == 0);
  CHECK(items[2].offset == 64);
}

/* A plan with one buffer moved onto another that is in use at the same time, or off the alignment, is found out. */
static void test_check_finds(random_source *r) {
  int conflicts = 0, found = 0, misaligned = 0;
  for (int round = 0; round < 500; round++) {
    mote_plan_item items[MAX_ITEMS];
    uint32_t count = make_items(r, items), wrong;
    mote_plan_place(items, count);
    if (count < 2) {
      continue;
    }
    uint32_t a = random_below(r, count), b = random_below(r, count);
    if (a != b && items[a].first <= items[b].last && items[b].first <= items[a].last && items[a].bytes &&
        items[b].bytes) {
      uint32_t place = items[a].offset;
      items[a].offset = items[b].offset;
      conflicts++;
      found += !mote_plan_check(items, count, &wrong) && wrong < count;
      items[a].offset = place;
    }
    if (items[a].bytes) {
      items[a].offset += 4;
      misaligned++;
      found += !mote_plan_check(items, count, &wrong) && wrong < count;
    }
  }
  CHECK(conflicts > 100 && misaligned > 100);
  CHECK(found == conflicts + misaligned);
}

int main(void) {
  random_source r = {NULL, 0, 1};
  test_random_plans(&r);
  test_fixed_items(&r);
  test_other_kinds();
  test_check_finds(&r);
  return check_report();
}
