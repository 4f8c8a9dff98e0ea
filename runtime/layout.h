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

typedef struct mote_layout {
  mote_lowerer w; /* w.l.model, w.error and w.block.pointer_bytes are the caller's to set */
  mote_layout_graph *graphs; /* these two in the work memory */
  mote_plan_item *items;     /* the tensors of all subgraphs, then scratches and calls */
  mote_vector planned;       /* of an offline plan, the offsets of the tensors of subgraph planned_graph; -1: none */
  uint32_t planned_graph;
  uint32_t graph_count, item_count;
  uint32_t first_scratch;  /* the first item that is not a tensor */
  uint32_t block_bytes;    /* of all operators */
  uint32_t operand_count;  /* inputs and outputs of all subgraphs */
  uint32_t variable_bytes; /* at the start of the state; what operators keep follows */
  uint32_t state_bytes;
  uint32_t scratch_bytes;  /* activations and operators' scratch */
} mote_layout;

/* Verifies every operator of the model and finds out how much work memory mote_layout_model() needs. */
mote_status mote_layout_count(mote_lowerer *w, uint32_t *work_bytes);

/* Fills in the layout, in the work memory, which is as large as mote_layout_count() says. */
mote_status mote_layout_model(mote_layout *layout, void *work);

/* Where tensor `index` of the subgraph stands. */
void *mote_layout_address(const mote_layout *layout, const mote_graph_view *graph, uint32_t index, uint8_t *state,
                          uint8_t *scratch);

#endif
