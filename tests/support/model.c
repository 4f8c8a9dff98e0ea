/* SPDX-License-Identifier: Apache-2.0 */
#include "model.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void need(bool there_is_room, const char *what) {
  if (!there_is_room) {
    fprintf(stderr, "the test's model has %s\n", what);
    abort();
  }
}

/* --- Building ----------------------------------------------------------------------------------------------------- */

void test_model_clear(test_model *model) {
  model->graph_count = 0;
  memset(&model->metadata, 0, sizeof model->metadata);
  memset(&model->signature, 0, sizeof model->signature);
}

test_graph *test_add_graph(test_model *model) {
  need(model->graph_count < TEST_MAX_GRAPHS, "too many subgraphs");
  test_graph *graph = &model->graphs[model->graph_count++];
  memset(graph, 0, sizeof *graph);
  return graph;
}

int32_t test_add_tensor(test_graph *graph, mote_type type, uint32_t rank, const int32_t *dims) {
  need(graph->tensor_count < TEST_MAX_TENSORS && rank <= TEST_MAX_RANK, "too many tensors or dimensions");
  test_tensor *tensor = &graph->tensors[graph->tensor_count];
  tensor->file.type = type;
  tensor->file.rank = rank;
  if (rank > 0) {
    memcpy(tensor->dims, dims, rank * sizeof *dims);
  }
  return (int32_t)graph->tensor_count++;
}

uint32_t test_count(const test_tensor *tensor) {
  uint32_t count = 1;
  for (uint32_t i = 0; i < tensor->file.rank; i++) {
    count *= (uint32_t)tensor->dims[i];
  }
  return count;
}

int32_t test_add_constant(test_graph *graph, mote_type type, uint32_t rank, const int32_t *dims, const void *data) {
  int32_t index = test_add_tensor(graph, type, rank, dims);
  mote_tflite_tensor *tensor = &graph->tensors[index].file;
  tensor->data = data;
  tensor->bytes = mote_type_bytes(type, test_count(&graph->tensors[index]));
  return index;
}

int32_t test_quantize(test_graph *graph, int32_t tensor, float scale, int64_t zero_point) {
  test_tensor *t = &graph->tensors[tensor];
  t->file.scale_count = t->file.zero_point_count = 1;
  t->scales[0] = scale;
  t->zero_points[0] = zero_point;
  return tensor;
}

const mote_op *test_find_op(const char *name) {
  for (const mote_kernel *const *k = mote_all_kernels; *k; k++) {
    if (strcmp((*k)->op->name, name) == 0) {
      return (*k)->op;
    }
  }
  return NULL;
}

test_op *test_add_op(test_graph *graph, const char *name, test_list inputs, test_list outputs) {
  need(graph->op_count < TEST_MAX_OPS, "too many operators");
  test_op *op = &graph->ops[graph->op_count++];
  op->op = test_find_op(name);
  need(op->op != NULL, name);
  op->inputs = inputs;
  op->outputs = outputs;
  op->has_options = true;
  for (uint32_t i = 0; i < op->op->option_count; i++) {
    op->options[i] = op->op->options[i].otherwise;
  }
  return op;
}

void test_set_option(test_op *op, const char *name, int32_t value) {
  for (uint32_t i = 0; i < op->op->option_count; i++) {
    if (strcmp(op->op->options[i].name, name) == 0) {
      op->options[i] = value;
      return;
    }
  }
  need(false, name);
}

/* --- Writing ------------------------------------------------------------------------------------------------------ */

typedef struct file_graph {
  mote_tflite_subgraph graph;
  mote_tflite_tensor tensors[TEST_MAX_TENSORS];
  mote_tflite_operator operators[TEST_MAX_OPS];
} file_graph;

static void describe_graph(const test_graph *from, file_graph *to) {
  for (uint32_t i = 0; i < from->tensor_count; i++) {
    const test_tensor *t = &from->tensors[i];
    to->tensors[i] = t->file;
    to->tensors[i].dims = t->dims;
    to->tensors[i].scales = t->scales;
    to->tensors[i].zero_points = t->zero_points;
  }
  for (uint32_t i = 0; i < from->op_count; i++) {
    const test_op *op = &from->ops[i];
    to->operators[i] = (mote_tflite_operator){.op = op->op,
                                              .inputs = op->inputs.values,
                                              .input_count = op->inputs.count,
                                              .outputs = op->outputs.values,
                                              .output_count = op->outputs.count,
                                              .options = op->has_options ? op->options : NULL,
                                              .option_vectors = op->vectors,
                                              .option_vector_count = op->vector_count};
  }
  to->graph = (mote_tflite_subgraph){.tensors = to->tensors,
                                     .tensor_count = from->tensor_count,
                                     .operators = to->operators,
                                     .operator_count = from->op_count,
                                     .inputs = from->inputs.values,
                                     .input_count = from->inputs.count,
                                     .outputs = from->outputs.values,
                                     .output_count = from->outputs.count};
}

mote_buffer test_write(const test_model *model) {
  static file_graph graphs[TEST_MAX_GRAPHS];
  mote_tflite_subgraph subgraphs[TEST_MAX_GRAPHS];
  for (uint32_t i = 0; i < model->graph_count; i++) {
    describe_graph(&model->graphs[i], &graphs[i]);
    subgraphs[i] = graphs[i].graph;
  }
  const mote_tflite_model description = {.subgraphs = subgraphs,
                                         .subgraph_count = model->graph_count,
                                         .metadata = &model->metadata,
                                         .metadata_count = model->metadata.name != NULL,
                                         .signatures = &model->signature,
                                         .signature_count = model->signature.key != NULL};
  mote_host_error error;
  mote_buffer file;
  need(mote_tflite_write(&description, &file, &error), "no file");
  return file;
}

/* --- Damaging ----------------------------------------------------------------------------------------------------- */

static uint32_t load(const mote_buffer *file, uint32_t position, uint32_t bytes) {
  uint32_t value = 0;
  for (uint32_t i = 0; i < bytes; i++) {
    value |= (uint32_t)file->data[position + i] << 8 * i;
  }
  return value;
}

uint32_t test_target(const mote_buffer *file, uint32_t position) {
  return position + load(file, position, 4);
}

uint32_t test_root(const mote_buffer *file) {
  return test_target(file, 0);
}

uint32_t test_field(const mote_buffer *file, uint32_t table, uint32_t slot) {
  uint32_t vtable = table - load(file, table, 4);
  uint32_t offset = 4 + 2 * slot < load(file, vtable, 2) ? load(file, vtable + 4 + 2 * slot, 2) : 0;
  return offset ? table + offset : 0;
}

uint32_t test_element(const mote_buffer *file, uint32_t vector, uint32_t i) {
  return test_target(file, vector + 4 + 4 * i);
}

void test_patch(mote_buffer *file, uint32_t position, uint32_t value, uint32_t bytes) {
  for (uint32_t i = 0; i < bytes; i++) {
    file->data[position + i] = (uint8_t)(value >> 8 * i);
  }
}
