/* SPDX-License-Identifier: Apache-2.0 */
/* Decides where every tensor of a model stands. */
#ifndef MOTE_RUNTIME_LAYOUT_H
#define MOTE_RUNTIME_LAYOUT_H

#include "lower.h"
#include "plan.h"

/* One subgraph. A called one's buffers stand above all of its callers'. */
typedef struct mote_layout_graph {
  uint32_t first_item; /* of its tensors */
  uint32_t base;       /* of its buffers in the scratch memory */
  uint32_t bytes;
  uint16_t first_time, last_time; /* one time axis for all subgraphs, so that their buffers never conflict */
} mote_layout_graph;

/* The kinds of items (the upper bits of their offset); those but SCRATCH are none of the planner's business. */
enum {
  MOTE_ITEM_SCRATCH = 0,
  MOTE_ITEM_UNWRITTEN, /* an activation that no operator has written yet */
  MOTE_ITEM_ALIAS,     /* of another item, whose index is the offset */
  MOTE_ITEM_STATE,     /* a variable: the offset is in the state */
  MOTE_ITEM_CONSTANT,  /* in the model */
  MOTE_ITEM_RESOURCE,  /* a resource variable: the offset is its options' in the file, `bytes` what is needed so far */
  MOTE_ITEM_CALL,      /* not a tensor: subgraph `first` calls subgraph `last` */
};

/* Of each kind of memory (work, blocks, state, scratch), so that offsets and sums always fit. */
enum { MOTE_LAYOUT_MAX_BYTES = MOTE_UNPLACED / 2 };

struct mote_layout {
  mote_lowerer w;            /* w.l.model, w.error and w.block.pointer_bytes are the caller's to set */
  mote_layout_graph *graphs; /* these two in the work memory */
  mote_plan_item *items;     /* the tensors of all subgraphs, then scratches and calls */
  uint32_t graph_count, item_count;
  uint32_t first_scratch;  /* the first item that is not a tensor */
  uint32_t block_bytes;    /* of all operators */
  uint32_t operand_count;  /* inputs and outputs of all subgraphs */
  uint32_t variable_bytes; /* at the start of the state; what operators keep follows */
  uint32_t state_bytes;
  uint32_t scratch_bytes; /* activations and operators' scratch */
  /* set by what only some models have (variables, calls, an offline plan), so that the others link none of it */
  mote_status (*place_variables)(mote_layout *layout);
  mote_status (*place_graphs)(mote_layout *layout);
  uint32_t (*planned_offset)(const mote_layout *layout, uint32_t tensor); /* of the current subgraph */
  mote_status (*check_plan)(mote_layout *layout);
  mote_vector planned; /* the offsets of the tensors of subgraph planned_graph */
  uint32_t planned_graph;
};

static inline uint32_t mote_item_kind(const mote_plan_item *item) {
  return item->offset >> MOTE_PLAN_KIND_SHIFT;
}

static inline uint32_t mote_item_offset(const mote_plan_item *item) {
  return item->offset & MOTE_UNPLACED;
}

static inline uint32_t mote_item_offset_of(uint32_t kind, uint32_t offset) {
  return kind << MOTE_PLAN_KIND_SHIFT | offset;
}

static inline uint32_t mote_align8(uint32_t bytes) {
  return (bytes + 7) & ~7u;
}

/* Fails about the current subgraph. */
mote_status mote_layout_fail(mote_layout *y, mote_status status, uint32_t op, uint32_t tensor, uint32_t needed,
                             uint32_t available, const char *text);
/* The item that holds the memory of tensor `index`. */
mote_plan_item *mote_layout_root(const mote_layout *y, const mote_graph_view *graph, uint32_t index);
/* Tensor `index` of the current subgraph shares the memory of `root`. */
void mote_layout_alias(mote_layout *y, uint32_t index, const mote_plan_item *root);
/* Operand `i` of the vector as an index into the current subgraph's tensors; MOTE_NOWHERE when it is absent. */
uint32_t mote_layout_operand(const mote_layout *y, mote_vector operands, uint32_t i);
/* Adds to a sum that may not exceed MOTE_LAYOUT_MAX_BYTES. */
mote_status mote_layout_add(mote_layout *y, uint32_t *sum, uint32_t bytes, uint32_t op, uint32_t tensor);
void mote_layout_append(mote_layout *y, uint32_t offset, uint32_t bytes, uint32_t first, uint32_t last);

/* Verifies every operator of the model and finds out how much work memory mote_layout_model() needs. */
mote_status mote_layout_count(mote_lowerer *w, uint32_t *work_bytes);

/* Fills in the layout, in the work memory, which is as large as mote_layout_count() says. */
mote_status mote_layout_model(mote_layout *layout, void *work);

/* Where tensor `index` of the subgraph stands. */
void *mote_layout_address(const mote_layout *layout, const mote_graph_view *graph, uint32_t index, uint8_t *state,
                          uint8_t *scratch);

#endif
