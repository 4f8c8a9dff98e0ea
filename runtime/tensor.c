/* SPDX-License-Identifier: Apache-2.0 */
/* What an application asks an instance about: its inputs and outputs, its operators and their tensors. */
#include "instance.h"
#include "lower.h"

/* Field numbers of the schema's signatures. */
enum {
  MODEL_SIGNATURES = 7,
  SIGNATURE_INPUTS = 0,
  SIGNATURE_OUTPUTS = 1,
  SIGNATURE_SUBGRAPH = 4,
  MAP_NAME = 0,
  MAP_TENSOR = 1
};

uint32_t mote_input_count(const mote_instance *instance) {
  return instance->graphs[0].input_count;
}

uint32_t mote_output_count(const mote_instance *instance) {
  mote_graph_view graph;
  mote_model_graph(&instance->model, 0, &graph);
  return graph.outputs.count;
}

static mote_status describe(const mote_instance *instance, bool is_output, uint32_t i, mote_tensor *tensor) {
  mote_graph_view graph;
  mote_model_graph(&instance->model, 0, &graph);
  mote_vector indices = is_output ? graph.outputs : graph.inputs;
  if (i >= indices.count) {
    return MOTE_ARGUMENT;
  }
  mote_model_tensor(&instance->model, &graph, (uint32_t)mote_model_index(&instance->model, indices, i), tensor);
  tensor->data = instance->graphs[0].tensors[is_output ? graph.inputs.count + i : i];
  return MOTE_OK;
}

mote_status mote_input(const mote_instance *instance, uint32_t index, mote_tensor *tensor) {
  return describe(instance, false, index, tensor);
}

mote_status mote_output(const mote_instance *instance, uint32_t index, mote_tensor *tensor) {
  return describe(instance, true, index, tensor);
}

/* --- By name ------------------------------------------------------------------------------------------------------ */

/* The index of the tensor that the first signature of subgraph 0 calls `name`; MOTE_NOWHERE when it calls none so. */
static uint32_t signature_tensor(const mote_model *model, bool is_output, const char *name) {
  mote_reader r = mote_model_reader(model);
  mote_vector signatures = mote_read_vector(&r, model->root, MODEL_SIGNATURES, 4);
  for (uint32_t s = 0; s < signatures.count; s++) {
    uint32_t signature = mote_read_element(&r, signatures, s);
    mote_vector maps = mote_read_vector(&r, signature, is_output ? SIGNATURE_OUTPUTS : SIGNATURE_INPUTS, 4);
    if (mote_read_scalar(&r, signature, SIGNATURE_SUBGRAPH, 4, 0) != 0) {
      continue;
    }
    for (uint32_t i = 0; i < maps.count; i++) {
      uint32_t map = mote_read_element(&r, maps, i);
      mote_vector text = mote_read_vector(&r, map, MAP_NAME, 1);
      uint32_t tensor = (uint32_t)mote_read_scalar(&r, map, MAP_TENSOR, 4, 0);
      if (mote_read_is(&r, text, name)) {
        return tensor;
      }
    }
  }
  return MOTE_NOWHERE;
}

static mote_status by_name(const mote_instance *instance, bool is_output, const char *name, mote_tensor *tensor) {
  uint32_t wanted = signature_tensor(&instance->model, is_output, name);
  mote_reader r = mote_model_reader(&instance->model);
  for (uint32_t i = 0; describe(instance, is_output, i, tensor) == MOTE_OK; i++) {
    mote_vector own = {(uint32_t)((const uint8_t *)tensor->name - r.data), tensor->name_bytes};
    if (tensor->index == wanted || (wanted == MOTE_NOWHERE && mote_read_is(&r, own, name))) {
      return MOTE_OK;
    }
  }
  return MOTE_ARGUMENT;
}

mote_status mote_input_by_name(const mote_instance *instance, const char *name, mote_tensor *tensor) {
  return by_name(instance, false, name, tensor);
}

mote_status mote_output_by_name(const mote_instance *instance, const char *name, mote_tensor *tensor) {
  return by_name(instance, true, name, tensor);
}

/* --- Operators ---------------------------------------------------------------------------------------------------- */

uint32_t mote_operator_count(const mote_instance *instance, uint32_t subgraph) {
  return subgraph < mote_model_graph_count(&instance->model) ? instance->graphs[subgraph].op_count : 0;
}

typedef struct located_op {
  mote_graph_view graph;
  mote_operator_view view;
  const mote_kernel *kernel;
  void *const *io;
} located_op;

static mote_status locate(const mote_instance *instance, uint32_t subgraph, uint32_t op, located_op *found) {
  if (op >= mote_operator_count(instance, subgraph)) {
    return MOTE_ARGUMENT;
  }
  const uint8_t *step = instance->graphs[subgraph].steps;
  for (uint32_t i = 0; i < op; i++) {
    step += ((const mote_step_header *)(const void *)step)->words * 4u;
  }
  const mote_step_header *header = (const mote_step_header *)(const void *)step;
  found->kernel = header->kernel;
  found->io = mote_step_io(step);
  mote_model_graph(&instance->model, subgraph, &found->graph);
  return mote_model_operator(&instance->model, &found->graph, op, &found->view);
}

mote_status mote_operator(const mote_instance *instance, uint32_t subgraph, uint32_t op, mote_op_info *info) {
  located_op found;
  MOTE_TRY(locate(instance, subgraph, op, &found));
  info->kernel = found.kernel;
  info->input_count = found.view.inputs.count;
  info->output_count = found.view.outputs.count;
  return MOTE_OK;
}

static mote_status operand(const mote_instance *instance, const located_op *found, mote_vector operands, uint32_t i,
                           uint32_t first, mote_tensor *tensor) {
  int32_t index = i < operands.count ? mote_model_index(&instance->model, operands, i) : -1;
  if (index < 0) {
    return MOTE_ARGUMENT;
  }
  mote_model_tensor(&instance->model, &found->graph, (uint32_t)index, tensor);
  tensor->data = found->io[first + i];
  return MOTE_OK;
}

mote_status mote_operator_input(const mote_instance *instance, uint32_t subgraph, uint32_t op, uint32_t i,
                                mote_tensor *tensor) {
  located_op found;
  MOTE_TRY(locate(instance, subgraph, op, &found));
  return operand(instance, &found, found.view.inputs, i, 0, tensor);
}

mote_status mote_operator_output(const mote_instance *instance, uint32_t subgraph, uint32_t op, uint32_t i,
                                 mote_tensor *tensor) {
  located_op found;
  MOTE_TRY(locate(instance, subgraph, op, &found));
  uint32_t max_inputs = found.kernel->op->max_inputs;
  return operand(instance, &found, found.view.outputs, i,
                 max_inputs == MOTE_ANY_COUNT ? found.view.inputs.count : max_inputs, tensor);
}

const char *mote_kernel_op_name(const mote_kernel *kernel) {
  return kernel->op->name ? kernel->op->name : "";
}

const char *mote_kernel_name(const mote_kernel *kernel) {
#if MOTE_TEXT
  return kernel->name;
#else
  (void)kernel;
  return "";
#endif
}
