/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "instance.h"
#include "lower.h"

/* Runs the operator of block `step`, with the hook around it. */
static mote_status run_step(mote_instance *instance, uint32_t subgraph, uint32_t op, uint8_t *step) {
  const mote_step_header *header = (const mote_step_header *)(void *)step;
  const mote_hook *hook = instance->hook;
  const uint8_t *params = step + offsetof(mote_step_header, io_words) + sizeof header->io_words;
  if (hook && hook->before) {
    hook->before(hook->context, instance, subgraph, op);
  }
  mote_status status = MOTE_OK;
  if ((header->io_words & MOTE_STEP_SKIPPED) == 0) {
    status = header->kernel->run(params, mote_step_io(step), instance);
  }
  if (hook && hook->after) {
    hook->after(hook->context, instance, subgraph, op);
  }
  return status;
}

static uint8_t *step_after(uint8_t *step) {
  return step + ((const mote_step_header *)(void *)step)->words * 4u;
}

mote_status mote_step(mote_instance *instance, mote_error *error) {
  const mote_instance_graph *graph = &instance->graphs[0];
  if (instance->next == NULL) {
    instance->next = graph->steps;
    instance->op = 0;
    instance->rounds = 0;
  }
  if (instance->op < graph->op_count) {
    mote_status status = run_step(instance, 0, instance->op, instance->next);
    if (status ==
        MOTE_DONE) { /* an operator ends the invocation before its time: a streaming one without a result yet */
      instance->next = NULL;
      return MOTE_DONE;
    }
    if (status != MOTE_OK) {
      instance->next = NULL;
      return mote_fail_at(error, status, 0, instance->op, MOTE_NOWHERE, 0, 0, NULL);
    }
    instance->next = step_after(instance->next);
    instance->op++;
  }
  if (instance->op < graph->op_count) {
    return MOTE_OK;
  }
  instance->next = NULL;
  return MOTE_DONE;
}

mote_status mote_invoke(mote_instance *instance, mote_error *error) {
  mote_status status;
  do {
    status = mote_step(instance, error);
  } while (status == MOTE_OK);
  return status == MOTE_DONE ? MOTE_OK : status;
}

mote_status mote_run_subgraph(mote_instance *instance, uint32_t subgraph) {
  const mote_instance_graph *graph = &instance->graphs[subgraph];
  uint8_t *step = graph->steps;
  for (uint32_t op = 0; op < graph->op_count; op++) {
    MOTE_TRY(run_step(instance, subgraph, op, step));
    step = step_after(step);
  }
  return MOTE_OK;
}

bool mote_count_round(mote_instance *instance) {
  return ++instance->rounds <= MOTE_MAX_ITERATIONS;
}

void *const *mote_subgraph_inputs(const mote_instance *instance, uint32_t subgraph) {
  return instance->graphs[subgraph].tensors;
}

void *const *mote_subgraph_outputs(const mote_instance *instance, uint32_t subgraph) {
  return instance->graphs[subgraph].tensors + instance->graphs[subgraph].input_count;
}

/* Variable tensors begin at real 0. They stand at the start of the state in the order of the file. */
static uint8_t *reset_variables(const mote_model *model, uint32_t subgraph, uint8_t *state) {
  mote_graph_view graph;
  mote_model_graph(model, subgraph, &graph);
  for (uint32_t i = 0; i < graph.tensors.count; i++) {
    mote_tensor t;
    mote_model_tensor(model, &graph, i, &t);
    if (t.is_variable && !t.is_constant) {
      if (t.type == MOTE_INT8) {
        memset(state, t.zero_point, t.bytes);
      }
      state += (t.bytes + 7) & ~7u;
    }
  }
  return state;
}

void mote_reset(mote_instance *instance) {
  instance->next = NULL;
  memset(instance->state, 0, instance->state_bytes);
  uint8_t *state = instance->state;
  for (uint32_t g = 0; instance->variable_bytes && g < mote_model_graph_count(&instance->model); g++) {
    state = reset_variables(&instance->model, g, state);
  }
}

void mote_set_hook(mote_instance *instance, const mote_hook *hook) {
  instance->hook = hook;
}
