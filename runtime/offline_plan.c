/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Plans that were made offline: the metadata that TFLite Micro calls so has a version, the index of a subgraph, the number
 * of its tensors, and for each of them an offset in the scratch memory, or -1: to be placed here.
 *
 * An image that does not link this (`mote header` lists it for models that have such a plan) places all tensors itself.
 */
#include "layout.h"

enum { HEADER_WORDS = 3 };

static const mote_op offline_plan = {.name = "OfflineMemoryAllocation", .code = MOTE_METADATA};

static uint32_t planned_offset(const mote_layout *y, uint32_t tensor) {
  if (y->w.graph.index != y->planned_graph) {
    return MOTE_UNPLACED;
  }
  uint32_t offset = (uint32_t)mote_model_index(y->w.l.model, y->planned, tensor);
  return offset == UINT32_MAX ? (uint32_t)MOTE_UNPLACED : offset;
}

static mote_status fail(mote_layout *y, uint32_t tensor, uint32_t needed, uint32_t available, const char *text) {
  return mote_fail_at(y->w.error, MOTE_PLAN, y->planned_graph, MOTE_NOWHERE, tensor, needed, available, text);
}

/* After everything is placed: what the plan says does not collide. */
static mote_status check_plan(mote_layout *y) {
  uint32_t wrong;
  if (mote_plan_check(y->items, y->item_count, &wrong)) {
    return MOTE_OK;
  }
  return fail(y, wrong - y->graphs[y->planned_graph].first_item, MOTE_PLAN_ALIGNMENT, y->items[wrong].offset,
              MOTE_NAME("in use at the same time as another tensor, or misaligned"));
}

/* Reads the plan into the layout, whose tensors are known but not placed yet. */
static mote_status lower(mote_lowering *l) {
  mote_layout *y = (mote_layout *)l; /* its first member */
  mote_vector words = mote_model_metadata(l->model, offline_plan.name);
  words.count /= 4;
  if (words.count == 0) {
    return MOTE_OK;
  }
  uint32_t graph = words.count < HEADER_WORDS ? UINT32_MAX : (uint32_t)mote_model_index(l->model, words, 1);
  mote_status status = mote_model_graph(l->model, graph, &y->w.graph);
  if (status != MOTE_OK || words.count - HEADER_WORDS != y->w.graph.tensors.count) {
    return fail(y, MOTE_NOWHERE, y->w.graph.tensors.count, words.count,
                MOTE_NAME("not one offset for each tensor of a subgraph"));
  }
  y->planned_graph = graph;
  y->planned.position = words.position + 4 * HEADER_WORDS;
  y->planned.count = words.count - HEADER_WORDS;
  y->planned_offset = planned_offset;
  y->check_plan = check_plan;
  for (uint32_t i = 0; i < y->planned.count; i++) {
    uint32_t offset = planned_offset(y, i), bytes = y->items[y->graphs[graph].first_item + i].bytes;
    if (offset != MOTE_UNPLACED && (offset > MOTE_LAYOUT_MAX_BYTES || bytes > MOTE_LAYOUT_MAX_BYTES - offset)) {
      return fail(y, i, MOTE_LAYOUT_MAX_BYTES, offset, MOTE_NAME("an offset is too large"));
    }
  }
  return MOTE_OK;
}

/* The loader calls lower() once for each model. */
const mote_kernel mote_kernel_offline_plan = {
    .op = &offline_plan,
#if MOTE_TEXT
    .name = "offline_plan",
#endif
    .lower = lower,
};
