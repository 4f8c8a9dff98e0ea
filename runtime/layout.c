/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where every tensor stands: constants in the model, variables in the state, the rest in the scratch memory, placed by
 * lifetime. The outputs of views (RESHAPE) and of operators that work in place take over their input's memory.
 */
#include "layout.h"

#include <string.h>

/* --- Items -------------------------------------------------------------------------------------------------------- */

mote_status mote_layout_fail(mote_layout *y, mote_status status, uint32_t op, uint32_t tensor, uint32_t needed,
                             uint32_t available, const char *text) {
  return mote_fail_at(y->w.error, status, y->w.graph.index, op, tensor, needed, available, text);
}

mote_plan_item *mote_layout_root(const mote_layout *y, const mote_graph_view *graph, uint32_t index) {
  mote_plan_item *item = &y->items[y->graphs[graph->index].first_item + index];
  while (mote_item_kind(item) == MOTE_ITEM_ALIAS) {
    item = &y->items[mote_item_offset(item)];
  }
  return item;
}

void mote_layout_alias(mote_layout *y, uint32_t index, const mote_plan_item *root) {
  mote_plan_item *item = &y->items[y->graphs[y->w.graph.index].first_item + index];
  item->offset = mote_item_offset_of(MOTE_ITEM_ALIAS, (uint32_t)(root - y->items));
}

uint32_t mote_layout_operand(const mote_layout *y, mote_vector operands, uint32_t i) {
  uint32_t index = (uint32_t)mote_model_index(y->w.l.model, operands, i);
  return index < y->w.graph.tensors.count ? index : (uint32_t)MOTE_NOWHERE;
}

void mote_layout_append(mote_layout *y, uint32_t offset, uint32_t bytes, uint32_t first, uint32_t last) {
  mote_plan_item item = {offset, bytes, (uint16_t)first, (uint16_t)last};
  y->items[y->item_count++] = item;
}

mote_status mote_layout_add(mote_layout *y, uint32_t *sum, uint32_t bytes, uint32_t op, uint32_t tensor) {
  if (bytes > MOTE_LAYOUT_MAX_BYTES - *sum) {
    return mote_layout_fail(y, MOTE_TOO_LARGE, op, tensor, MOTE_LAYOUT_MAX_BYTES, bytes,
                            MOTE_NAME("together with what came before"));
  }
  *sum += bytes;
  return MOTE_OK;
}

/* --- Tensors ------------------------------------------------------------------------------------------------------ */

static mote_status add_tensor(mote_layout *y, uint32_t index) {
  mote_tensor t;
  mote_status status = mote_model_tensor(y->w.l.model, &y->w.graph, index, &t);
  if (status == MOTE_TYPE) { /* a string, say: an error only where an operator uses it */
    status = MOTE_OK;
  }
  if (status != MOTE_OK) {
    return mote_layout_fail(y, status, MOTE_NOWHERE, index, 0, 0, MOTE_NAME("the tensor cannot be decoded"));
  }
  uint32_t offset = mote_item_offset_of(MOTE_ITEM_UNWRITTEN, 0);
  if (t.is_constant) {
    offset = mote_item_offset_of(MOTE_ITEM_CONSTANT, 0);
  } else if (t.is_variable) {
    offset = mote_item_offset_of(MOTE_ITEM_STATE, y->state_bytes);
    MOTE_TRY(mote_layout_add(y, &y->state_bytes, mote_align8(t.bytes), MOTE_NOWHERE, index));
  } else { /* an upper bound, to know that the offsets will fit */
    MOTE_TRY(mote_layout_add(y, &y->scratch_bytes, mote_align8(t.bytes), MOTE_NOWHERE, index));
  }
  mote_layout_append(y, offset, t.bytes, 0, 0);
  return MOTE_OK;
}

static mote_status add_graph(mote_layout *y, uint32_t index) {
  mote_model_graph(y->w.l.model, index, &y->w.graph);
  uint32_t first_time = index ? y->graphs[index - 1].last_time + 1u : 0;
  mote_layout_graph graph = {y->item_count, 0, 0, (uint16_t)first_time,
                             (uint16_t)(first_time + y->w.graph.operators.count)};
  y->graphs[index] = graph;
  y->operand_count += y->w.graph.inputs.count + y->w.graph.outputs.count;
  for (uint32_t i = 0; i < y->w.graph.tensors.count; i++) {
    MOTE_TRY(add_tensor(y, i));
  }
  return MOTE_OK;
}

/* --- Lifetimes ---------------------------------------------------------------------------------------------------- */

static void use_until(mote_layout *y, mote_vector operands, uint32_t time) {
  for (uint32_t i = 0; i < operands.count; i++) {
    uint32_t index = mote_layout_operand(y, operands, i);
    if (index != MOTE_NOWHERE) {
      y->items[y->graphs[y->w.graph.index].first_item + index].last = (uint16_t)time;
    }
  }
}

/* When each tensor is used last. */
static void find_last_uses(mote_layout *y) {
  const mote_layout_graph *graph = &y->graphs[y->w.graph.index];
  use_until(y, y->w.graph.inputs, graph->first_time);
  for (uint32_t op = 0; op < y->w.graph.operators.count; op++) {
    mote_model_operator(y->w.l.model, &y->w.graph, op, &y->w.view);
    use_until(y, y->w.view.inputs, graph->first_time + op);
    use_until(y, y->w.view.outputs, graph->first_time + op);
  }
  use_until(y, y->w.graph.outputs, graph->last_time);
}

/* Tensor `index` of the current subgraph gets its value: from here on it needs memory. */
static void write_tensor(mote_layout *y, uint32_t index, uint32_t time) {
  mote_plan_item *item = mote_layout_root(y, &y->w.graph, index);
  if (mote_item_kind(item) == MOTE_ITEM_UNWRITTEN) {
    item->offset = y->planned_offset ? y->planned_offset(y, index) : (uint32_t)MOTE_UNPLACED;
    item->first = (uint16_t)time;
  }
}

/* Every tensor in the vector has been written, at the latest by now. */
static mote_status check_written(mote_layout *y, mote_vector operands, uint32_t op, uint32_t time) {
  for (uint32_t i = 0; i < operands.count; i++) {
    uint32_t index = mote_layout_operand(y, operands, i);
    if (index == MOTE_NOWHERE) {
      continue;
    }
    mote_plan_item *item = mote_layout_root(y, &y->w.graph, index);
    if (mote_item_kind(item) == MOTE_ITEM_UNWRITTEN && item->bytes > 0) {
      return mote_layout_fail(y, MOTE_GRAPH, op, index, 0, 0, MOTE_NAME("read before anything has written it"));
    }
    if (mote_item_kind(item) == MOTE_ITEM_STATE) {
      item->first = (uint16_t)(time + 1);
    }
  }
  return MOTE_OK;
}

/* Each tensor is written by one operator. Only variables are by more, and by none that reads them: kernels rely on inputs
 * that keep still. */
static mote_status check_unwritten(mote_layout *y, mote_vector operands, uint32_t op, uint32_t time) {
  for (uint32_t i = 0; i < operands.count; i++) {
    uint32_t index = mote_layout_operand(y, operands, i);
    const mote_plan_item *item = &y->items[y->graphs[y->w.graph.index].first_item + index];
    bool is_variable = mote_item_kind(item) == MOTE_ITEM_STATE && item->first != time + 1;
    if (mote_item_kind(item) != MOTE_ITEM_UNWRITTEN && !is_variable) {
      return mote_layout_fail(y, MOTE_GRAPH, op, index, 0, 0, MOTE_NAME("written twice, or by what reads it"));
    }
  }
  return MOTE_OK;
}

/* --- Sharing ------------------------------------------------------------------------------------------------------ */

/* Output 0 takes over the memory of input `i`, if that is allowed. */
static bool share(mote_layout *y, uint32_t i, uint32_t time, bool is_view) {
  uint32_t input = mote_layout_operand(y, y->w.view.inputs, i);
  uint32_t output = mote_layout_operand(y, y->w.view.outputs, 0);
  mote_plan_item *in = mote_layout_root(y, &y->w.graph, input);
  mote_plan_item *out = mote_layout_root(y, &y->w.graph, output);
  bool constant_view = is_view && mote_item_kind(in) == MOTE_ITEM_CONSTANT;
  bool dies_here = mote_item_kind(in) == MOTE_ITEM_SCRATCH && (is_view || in->last == time) &&
                   out->bytes <= in->bytes && (y->planned_offset == NULL || y->planned_offset(y, output) == in->offset);
  if (mote_item_kind(out) != MOTE_ITEM_UNWRITTEN || !(constant_view || dies_here)) {
    return false;
  }
  in->last = in->last > out->last ? in->last : out->last;
  mote_layout_alias(y, output, in);
  return true;
}

static void share_memory(mote_layout *y, uint32_t time) {
  const mote_lowering *l = &y->w.l;
  if (l->view && share(y, 0, time, true)) {
    return;
  }
  for (uint32_t i = 0; i < l->input_count && l->in_place >> i; i++) {
    if ((l->in_place >> i & 1) != 0 && share(y, i, time, false)) {
      return;
    }
  }
}

/* --- The whole ---------------------------------------------------------------------------------------------------- */

static mote_status lay_out_op(mote_layout *y, uint32_t op, uint32_t time) {
  mote_lowerer *w = &y->w;
  MOTE_TRY(mote_lower_op(w, op));
  MOTE_TRY(check_written(y, w->view.inputs, op, time));
  MOTE_TRY(check_unwritten(y, w->view.outputs, op, time));
  MOTE_TRY(mote_layout_add(y, &y->block_bytes, w->block.bytes, op, MOTE_NOWHERE));
  if (w->block.scratch_bytes) {
    MOTE_TRY(mote_layout_add(y, &y->scratch_bytes, mote_align8(w->block.scratch_bytes), op, MOTE_NOWHERE));
    mote_layout_append(y, MOTE_UNPLACED, w->block.scratch_bytes, time, time);
  }
  if (w->lay_out) {
    MOTE_TRY(w->lay_out(y));
  }
  share_memory(y, time);
  for (uint32_t i = 0; i < w->view.outputs.count; i++) {
    write_tensor(y, mote_layout_operand(y, w->view.outputs, i), time);
  }
  return MOTE_OK;
}

static mote_status lay_out_graph(mote_layout *y, uint32_t index) {
  mote_lowerer *w = &y->w;
  mote_model_graph(w->l.model, index, &w->graph);
  find_last_uses(y);
  uint32_t time = y->graphs[index].first_time;
  for (uint32_t i = 0; i < w->graph.inputs.count; i++) {
    write_tensor(y, mote_layout_operand(y, w->graph.inputs, i), time);
  }
  for (uint32_t op = 0; op < w->graph.operators.count; op++) {
    MOTE_TRY(lay_out_op(y, op, time + op));
  }
  return check_written(y, w->graph.outputs, MOTE_NOWHERE, time);
}

static void measure_graph(mote_layout *y, mote_layout_graph *graph) {
  for (uint32_t i = 0; i < y->item_count; i++) {
    const mote_plan_item *item = &y->items[i];
    uint32_t end = mote_align8(item->offset + item->bytes);
    if (mote_item_kind(item) == MOTE_ITEM_SCRATCH && item->first >= graph->first_time &&
        item->first <= graph->last_time && end > graph->bytes) {
      graph->bytes = end;
    }
  }
}

static mote_status place(mote_layout *y) {
  if (y->place_variables) {
    MOTE_TRY(y->place_variables(y));
  }
  y->variable_bytes = y->state_bytes;
  y->state_bytes += y->w.block.state_bytes;
  mote_plan_place(y->items, y->item_count);
  if (y->check_plan) {
    MOTE_TRY(y->check_plan(y));
  }
  for (uint32_t g = 0; g < y->graph_count; g++) {
    measure_graph(y, &y->graphs[g]);
  }
  if (y->place_graphs) {
    MOTE_TRY(y->place_graphs(y));
  }
  y->scratch_bytes = 0;
  for (uint32_t g = 0; g < y->graph_count; g++) {
    uint32_t end = y->graphs[g].base + y->graphs[g].bytes;
    y->scratch_bytes = end > y->scratch_bytes ? end : y->scratch_bytes;
  }
  return MOTE_OK;
}

mote_status mote_layout_model(mote_layout *y, void *work) {
  y->graph_count = mote_model_graph_count(y->w.l.model);
  y->graphs = work;
  y->items = (mote_plan_item *)(void *)(y->graphs + y->graph_count);
  for (uint32_t g = 0; g < y->graph_count; g++) {
    MOTE_TRY(add_graph(y, g));
  }
  y->first_scratch = y->item_count;
  for (const mote_kernel *const *k = y->w.l.model->kernels; *k != NULL; k++) {
    if ((*k)->op->code == MOTE_METADATA) {
      MOTE_TRY((*k)->lower(&y->w.l));
    }
  }
  for (uint32_t g = 0; g < y->graph_count; g++) {
    MOTE_TRY(lay_out_graph(y, g));
  }
  return place(y);
}

/* --- Counting ----------------------------------------------------------------------------------------------------- */

static mote_status fail_graph(const mote_lowerer *w, mote_status status, uint32_t graph, uint32_t tensor,
                              uint32_t needed, uint32_t available, const char *text) {
  return mote_fail_at(w->error, status, graph, MOTE_NOWHERE, tensor, needed, available, text);
}

static mote_status check_indices(const mote_lowerer *w, mote_vector indices, bool are_written) {
  for (uint32_t i = 0; i < indices.count; i++) {
    mote_tensor t;
    uint32_t index = (uint32_t)mote_model_index(w->l.model, indices, i);
    if (index >= w->graph.tensors.count) {
      return fail_graph(w, MOTE_INDEX, w->graph.index, MOTE_NOWHERE, w->graph.tensors.count, index,
                        MOTE_NAME("an input or output of the subgraph"));
    }
    mote_model_tensor(w->l.model, &w->graph, index, &t);
    if (are_written && t.is_constant) {
      return fail_graph(w, MOTE_CONSTANT, w->graph.index, index, 0, 0,
                        MOTE_NAME("an input of the subgraph is a constant"));
    }
  }
  return MOTE_OK;
}

/* How many there are of what the layout counts with 16 bits, or has one entry for. */
typedef struct totals {
  uint32_t times, tensors, operands;
} totals;

static mote_status count_graph(mote_lowerer *w, uint32_t index, totals *t) {
  enum { MAX_TENSORS = MOTE_LAYOUT_MAX_BYTES / sizeof(mote_plan_item) };
  mote_status status = mote_model_graph(w->l.model, index, &w->graph);
  if (status != MOTE_OK) {
    return fail_graph(w, status, index, MOTE_NOWHERE, 0, 0, MOTE_NAME("the subgraph cannot be decoded"));
  }
  t->times += w->graph.operators.count + 1;
  t->tensors += w->graph.tensors.count;
  t->operands += w->graph.inputs.count + w->graph.outputs.count;
  if (t->times > UINT16_MAX || t->operands > UINT16_MAX) {
    return fail_graph(w, MOTE_TOO_LARGE, index, MOTE_NOWHERE, UINT16_MAX,
                      t->times > UINT16_MAX ? t->times : t->operands,
                      MOTE_NAME("operators of all subgraphs, or inputs and outputs"));
  }
  if (w->graph.tensors.count >= MOTE_NOWHERE || t->tensors > MAX_TENSORS) {
    return fail_graph(w, MOTE_TOO_LARGE, index, MOTE_NOWHERE, MOTE_NOWHERE - 1, w->graph.tensors.count,
                      MOTE_NAME("tensors of a subgraph, or of all"));
  }
  MOTE_TRY(check_indices(w, w->graph.inputs, true));
  return check_indices(w, w->graph.outputs, false);
}

static mote_status lower_graph(mote_lowerer *w, uint32_t index, uint32_t *item_count, uint32_t *operand_count) {
  enum { MAX_OPERANDS = 1 << 20 }; /* of a model: a file of a few KB can claim billions */
  mote_model_graph(w->l.model, index, &w->graph);
  for (uint32_t op = 0; op < w->graph.operators.count; op++) {
    MOTE_TRY(mote_lower_op(w, op));
    *item_count += (w->block.scratch_bytes ? 1 : 0) + w->call_count;
    *operand_count += w->l.input_count + w->l.output_count;
    if (*operand_count > MAX_OPERANDS) {
      return mote_lower_fail(&w->l, MOTE_TOO_LARGE, NULL, MAX_OPERANDS, *operand_count,
                             MOTE_NAME("operands of all operators"));
    }
  }
  return MOTE_OK;
}

mote_status mote_layout_count(mote_lowerer *w, uint32_t *work_bytes) {
  uint32_t graph_count = mote_model_graph_count(w->l.model), operand_count = 0;
  totals t = {0, 0, 0};
  if (graph_count == 0 || graph_count >= MOTE_NOWHERE) {
    return fail_graph(w, MOTE_INDEX, 0, MOTE_NOWHERE, 1, graph_count,
                      MOTE_NAME("the model has no subgraph, or too many"));
  }
  for (uint32_t g = 0; g < graph_count; g++) {
    MOTE_TRY(count_graph(w, g, &t));
  }
  uint32_t item_count = t.tensors;
  for (uint32_t g = 0; g < graph_count; g++) {
    MOTE_TRY(lower_graph(w, g, &item_count, &operand_count));
  }
  *work_bytes = graph_count * (uint32_t)sizeof(mote_layout_graph) + item_count * (uint32_t)sizeof(mote_plan_item);
  return MOTE_OK;
}

/* --- Addresses ---------------------------------------------------------------------------------------------------- */

void *mote_layout_address(const mote_layout *y, const mote_graph_view *graph, uint32_t index, uint8_t *state,
                          uint8_t *scratch) {
  const mote_plan_item *root = mote_layout_root(y, graph, index);
  if (mote_item_kind(root) == MOTE_ITEM_STATE) {
    return state + mote_item_offset(root);
  }
  if (mote_item_kind(root) == MOTE_ITEM_CONSTANT) { /* of the same subgraph: only handles pass from one to another */
    mote_tensor t;
    mote_model_tensor(y->w.l.model, graph, (uint32_t)(root - y->items) - y->graphs[graph->index].first_item, &t);
    return t.data;
  }
  return mote_item_kind(root) == MOTE_ITEM_SCRATCH ? scratch + y->graphs[graph->index].base + root->offset : NULL;
}
