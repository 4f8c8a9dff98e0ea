/* SPDX-License-Identifier: Apache-2.0 */
/* Operators that run subgraphs: what goes in and out, and where the subgraphs' buffers stand. */
#include "layout.h"

/* Subgraphs run on the C stack: so deep may they call each other. */
enum { MAX_DEPTH = 8 };

/* Handles go into a subgraph, and come out of a loop, as what they are: a subgraph works on the same variables each time. */
static mote_status pass_handles(mote_layout *y, uint32_t callee_index) {
  mote_graph_view callee;
  const mote_lowering *l = &y->w.l;
  mote_model_graph(l->model, callee_index, &callee);
  uint32_t skipped = l->input_count - callee.inputs.count; /* IF's condition */
  for (uint32_t i = 0; i < callee.inputs.count; i++) {
    uint32_t outer = mote_layout_operand(y, y->w.view.inputs, skipped + i);
    if (outer == MOTE_NOWHERE) {
      continue;
    }
    const mote_plan_item *handle = mote_layout_root(y, &y->w.graph, outer);
    if (mote_item_kind(handle) != MOTE_ITEM_RESOURCE) {
      continue;
    }
    mote_plan_item *inner = mote_layout_root(y, &callee, (uint32_t)mote_model_index(l->model, callee.inputs, i));
    if (mote_item_kind(inner) == MOTE_ITEM_UNWRITTEN) {
      inner->offset = mote_item_offset_of(MOTE_ITEM_ALIAS, (uint32_t)(handle - y->items));
    } else if (inner != handle) {
      return mote_layout_fail(y, MOTE_UNSUPPORTED_FEATURE, l->op, outer, 0, 0,
                              MOTE_NAME("a subgraph that is called with different variables, or before its caller"));
    }
    if (skipped == 0) {
      mote_layout_alias(y, mote_layout_operand(y, y->w.view.outputs, i), handle);
    }
  }
  return MOTE_OK;
}

/* Moves each subgraph's base above its callers', by their bytes or, for the depth of the calls, by one. In a model of n
 * subgraphs without a circle nothing moves after n rounds. */
static bool stack_graphs(mote_layout *y, bool by_depth, uint32_t limit) {
  bool moved = true;
  for (uint32_t round = 0; moved && round <= y->graph_count; round++) {
    moved = false;
    for (uint32_t i = y->first_scratch; i < y->item_count; i++) {
      const mote_plan_item *call = &y->items[i];
      if (mote_item_kind(call) != MOTE_ITEM_CALL) {
        continue;
      }
      const mote_layout_graph *caller = &y->graphs[call->first];
      uint32_t base = caller->base + (by_depth ? 1 : caller->bytes);
      if (base > limit) {
        return false;
      }
      if (y->graphs[call->last].base < base) {
        y->graphs[call->last].base = base;
        moved = true;
      }
    }
  }
  return !moved;
}

static mote_status place_graphs(mote_layout *y) {
  bool fits = stack_graphs(y, true, MAX_DEPTH);
  for (uint32_t g = 0; g < y->graph_count; g++) {
    y->graphs[g].base = 0;
  }
  if (!fits || !stack_graphs(y, false, MOTE_LAYOUT_MAX_BYTES)) {
    return mote_layout_fail(y, MOTE_RECURSION, MOTE_NOWHERE, MOTE_NOWHERE, MAX_DEPTH, 0, NULL);
  }
  return MOTE_OK;
}

static mote_status lay_out_calls(mote_layout *y) {
  for (uint32_t i = 0; i < y->w.call_count; i++) {
    mote_layout_append(y, mote_item_offset_of(MOTE_ITEM_CALL, 0), 0, y->w.graph.index, y->w.calls[i]);
    MOTE_TRY(pass_handles(y, y->w.calls[i]));
  }
  y->place_graphs = place_graphs;
  return MOTE_OK;
}

mote_status mote_lower_call(mote_lowering *l, uint32_t subgraph, uint32_t input_count, uint32_t output_count) {
  mote_graph_view callee;
  mote_status status = mote_model_graph(l->model, subgraph, &callee);
  MOTE_CHECK(l, status == MOTE_OK, status, NULL, mote_model_graph_count(l->model), subgraph, "no such subgraph");
  MOTE_CHECK(l, callee.inputs.count == input_count, MOTE_OPERANDS, NULL, input_count, callee.inputs.count,
             "the subgraph has not as many inputs as its caller gives");
  MOTE_CHECK(l, callee.outputs.count == output_count, MOTE_OPERANDS, NULL, output_count, callee.outputs.count,
             "the subgraph has not as many outputs as its caller takes");
  for (uint32_t i = 0; i < input_count; i++) {
    mote_tensor outer, inner;
    mote_lower_input(l, l->input_count - input_count + i, &outer);
    mote_lower_operand(l->model, &callee, callee.inputs, i, &inner);
    MOTE_CHECK(l, inner.type == outer.type && inner.type != MOTE_NONE, MOTE_TYPE, &outer, inner.type, outer.type,
               "the subgraph's input has another type");
    MOTE_CHECK(l, inner.bytes == outer.bytes, MOTE_SHAPE, &outer, inner.bytes, outer.bytes,
               "the subgraph's input has another size");
    MOTE_CHECK(l, !inner.is_constant, MOTE_CONSTANT, &outer, 0, 0, "the subgraph's input is a constant");
  }
  mote_lowerer *w = mote_lowerer_of(l);
  w->calls[w->call_count++] = subgraph;
  w->lay_out = lay_out_calls;
  return MOTE_OK;
}

void mote_lower_callee_output(const mote_lowering *l, uint32_t subgraph, uint32_t i, mote_tensor *tensor) {
  mote_graph_view callee;
  mote_model_graph(l->model, subgraph, &callee);
  mote_lower_operand(l->model, &callee, callee.outputs, i, tensor);
}
