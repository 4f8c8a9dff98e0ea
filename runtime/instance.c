/* SPDX-License-Identifier: Apache-2.0 */
#include "instance.h"

#include <string.h>

#include "layout.h"

/* --- Sizes -------------------------------------------------------------------------------------------------------- */

static uint32_t align_up(uint32_t bytes, uint32_t alignment) {
  return (bytes + alignment - 1) & ~(alignment - 1);
}

/* mote_instance on a machine whose pointers have so many bytes: five pointers and nine 32-bit numbers. */
static uint32_t instance_bytes(uint32_t pointer_bytes) {
  return 5 * pointer_bytes + align_up(5 * 4, pointer_bytes) + align_up(4 * 4, pointer_bytes);
}

static uint32_t graph_bytes(uint32_t pointer_bytes) {
  return 2 * pointer_bytes + 8;
}

_Static_assert(sizeof(mote_instance_graph) == 2 * sizeof(void *) + 8, "graph_bytes() is not its size");
_Static_assert(sizeof(struct mote_instance) == 5 * sizeof(void *) + ((5 * 4 + sizeof(void *) - 1) & -sizeof(void *)) +
                                                   ((4 * 4 + sizeof(void *) - 1) & -sizeof(void *)),
               "instance_bytes() is not its size");

/* Where the blocks begin, the state behind them, and the end of the persistent memory. */
typedef struct memory_map {
  uint32_t tensors, blocks, state, end;
} memory_map;

static memory_map map_memory(const mote_layout *y) {
  uint32_t pointer_bytes = y->w.block.pointer_bytes;
  memory_map map;
  map.tensors = instance_bytes(pointer_bytes) + y->graph_count * graph_bytes(pointer_bytes);
  map.blocks = map.tensors + y->operand_count * pointer_bytes;
  map.state = align_up(map.blocks + y->block_bytes, 8);
  map.end = map.state + y->state_bytes;
  return map;
}

/* --- Opening and measuring ---------------------------------------------------------------------------------------- */

mote_status mote_open(mote_model *model, const void *data, size_t bytes, const mote_kernel *const *kernels,
                      mote_error *error) {
  model->kernels = kernels;
  MOTE_TRY(mote_model_view(model, data, bytes, error));
  mote_lowerer w;
  memset(&w, 0, sizeof w);
  w.l.model = model;
  w.error = error;
  w.block.pointer_bytes = sizeof(void *);
  return mote_layout_count(&w, &model->plan_bytes);
}

static mote_status fail(mote_error *error, mote_status status, uint32_t needed, uint32_t available, const char *text) {
  return mote_fail_at(error, status, 0, MOTE_NOWHERE, MOTE_NOWHERE, needed, available, text);
}

static mote_status lay_out(mote_layout *y, const mote_model *model, uint32_t pointer_bytes, void *work,
                           size_t work_bytes, mote_error *error) {
  if (((uintptr_t)work & 7) != 0) {
    return fail(error, MOTE_ALIGNMENT, 8, (uint32_t)((uintptr_t)work & 7), MOTE_NAME("the arena"));
  }
  if (work == NULL || work_bytes < model->plan_bytes) {
    return fail(error, MOTE_ARENA, model->plan_bytes, (uint32_t)work_bytes, MOTE_NAME("even to plan; more to run"));
  }
  memset(y, 0, sizeof *y);
  y->w.l.model = model;
  y->w.error = error;
  y->w.block.pointer_bytes = pointer_bytes;
  return mote_layout_model(y, work);
}

static mote_needs needs_of(const mote_layout *y) {
  uint32_t plan_bytes = y->w.l.model->plan_bytes;
  /* The plan stands in the scratch memory until the instance is made. */
  mote_needs needs = {map_memory(y).end, align_up(y->scratch_bytes > plan_bytes ? y->scratch_bytes : plan_bytes, 8)};
  return needs;
}

mote_status mote_measure_for(const mote_model *model, uint32_t pointer_bytes, void *work, size_t work_bytes,
                             mote_needs *needs, mote_error *error) {
  mote_layout y;
  if (pointer_bytes != 4 && pointer_bytes != 8) {
    return fail(error, MOTE_ARGUMENT, 4, pointer_bytes, MOTE_NAME("bytes of a pointer: 4 or 8"));
  }
  MOTE_TRY(lay_out(&y, model, pointer_bytes, work, work_bytes, error));
  *needs = needs_of(&y);
  return MOTE_OK;
}

mote_status mote_measure(const mote_model *model, void *work, size_t work_bytes, mote_needs *needs, mote_error *error) {
  return mote_measure_for(model, sizeof(void *), work, work_bytes, needs, error);
}

/* --- Creating ----------------------------------------------------------------------------------------------------- */

static void place_operands(const mote_layout *y, mote_vector operands, void **io, mote_instance *instance,
                           uint8_t *scratch) {
  for (uint32_t i = 0; i < operands.count; i++) {
    int32_t index = mote_model_index(&instance->model, operands, i);
    io[i] = index < 0 ? NULL : mote_layout_address(y, &y->w.graph, (uint32_t)index, instance->state, scratch);
  }
}

static mote_status create_op(mote_layout *y, uint32_t op, mote_instance *instance, uint8_t *scratch,
                             uint32_t *scratch_item) {
  mote_lowerer *w = &y->w;
  MOTE_TRY(mote_lower_op(w, op));
  void **io = (void **)(void *)(w->block.base + w->block.io);
  uint32_t outputs = w->block.extras - (w->l.kernel->op->max_outputs == MOTE_ANY_COUNT ? w->l.output_count
                                                                                       : w->l.kernel->op->max_outputs);
  place_operands(y, w->view.inputs, io, instance, scratch);
  place_operands(y, w->view.outputs, io + outputs, instance, scratch);
  if (w->block.scratch_bytes) {
    io[w->block.extras + w->block.scratch_extra] =
        scratch + y->graphs[w->graph.index].base + y->items[*scratch_item].offset;
  }
  *scratch_item += (w->block.scratch_bytes ? 1 : 0) + w->call_count;
  w->block.base += w->block.bytes;
  return MOTE_OK;
}

static mote_status create_graph(mote_layout *y, uint32_t index, mote_instance *instance, void ***tensors,
                                uint8_t *scratch, uint32_t *scratch_item) {
  mote_lowerer *w = &y->w;
  mote_model_graph(&instance->model, index, &w->graph);
  mote_instance_graph *graph = &instance->graphs[index];
  graph->steps = w->block.base;
  graph->op_count = w->graph.operators.count;
  graph->input_count = w->graph.inputs.count;
  graph->tensors = *tensors;
  place_operands(y, w->graph.inputs, graph->tensors, instance, scratch);
  place_operands(y, w->graph.outputs, graph->tensors + graph->input_count, instance, scratch);
  *tensors += w->graph.inputs.count + w->graph.outputs.count;
  for (uint32_t op = 0; op < graph->op_count; op++) {
    MOTE_TRY(create_op(y, op, instance, scratch, scratch_item));
  }
  return MOTE_OK;
}

/* Lowers everything into the persistent memory. The layout stands in the scratch memory meanwhile. */
static mote_status fill_in(mote_layout *y, mote_instance *instance, uint8_t *scratch) {
  memory_map map = map_memory(y);
  uint8_t *memory = (uint8_t *)instance;
  memset(instance, 0, sizeof *instance);
  instance->model = *y->w.l.model;
  instance->state = memory + map.state;
  instance->state_bytes = y->state_bytes;
  instance->variable_bytes = y->variable_bytes;
  y->w.l.model = &instance->model;
  y->w.block.base = memory + map.blocks;
  y->w.block.state = instance->state + y->variable_bytes;
  y->w.block.state_bytes = 0;
  void **tensors = (void **)(void *)(memory + map.tensors);
  uint32_t scratch_item = y->first_scratch;
  for (uint32_t g = 0; g < y->graph_count; g++) {
    MOTE_TRY(create_graph(y, g, instance, &tensors, scratch, &scratch_item));
  }
  mote_reset(instance);
  return MOTE_OK;
}

mote_status mote_create_shared(mote_instance **instance, const mote_model *model, void *persistent,
                               size_t persistent_bytes, void *scratch, size_t scratch_bytes, mote_error *error) {
  mote_layout y;
  MOTE_TRY(lay_out(&y, model, sizeof(void *), scratch, scratch_bytes, error));
  mote_needs needs = needs_of(&y);
  if (scratch_bytes < needs.scratch_bytes) {
    return fail(error, MOTE_ARENA, needs.scratch_bytes, (uint32_t)scratch_bytes, MOTE_NAME("the scratch memory"));
  }
  if (persistent_bytes < needs.persistent_bytes) {
    return fail(error, MOTE_ARENA, needs.persistent_bytes, (uint32_t)persistent_bytes,
                MOTE_NAME("the persistent memory"));
  }
  if (persistent == NULL || ((uintptr_t)persistent & 7) != 0) {
    return fail(error, MOTE_ALIGNMENT, 8, (uint32_t)((uintptr_t)persistent & 7), MOTE_NAME("the persistent memory"));
  }
  MOTE_TRY(fill_in(&y, persistent, scratch));
  *instance = persistent;
  return MOTE_OK;
}

mote_status mote_create(mote_instance **instance, const mote_model *model, void *arena, size_t arena_bytes,
                        mote_error *error) {
  mote_layout y;
  MOTE_TRY(lay_out(&y, model, sizeof(void *), arena, arena_bytes, error));
  mote_needs needs = needs_of(&y);
  uint32_t persistent_bytes = align_up(needs.persistent_bytes, 8);
  uint32_t needed = persistent_bytes + needs.scratch_bytes;
  if (arena_bytes < needed) {
    return fail(error, MOTE_ARENA, needed, (uint32_t)arena_bytes, NULL);
  }
  /* The layout was made at the start of the arena; the instance goes there now. */
  uint8_t *scratch = (uint8_t *)arena + persistent_bytes;
  memmove(scratch, arena, model->plan_bytes);
  y.graphs = (mote_layout_graph *)(void *)scratch;
  y.items = (mote_plan_item *)(void *)(y.graphs + y.graph_count);
  MOTE_TRY(fill_in(&y, arena, scratch));
  *instance = arena;
  return MOTE_OK;
}
