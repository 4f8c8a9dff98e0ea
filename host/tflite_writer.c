/* SPDX-License-Identifier: Apache-2.0 */
#include "tflite_writer.h"

#include <stdlib.h>
#include <string.h>

#include "flatbuffer_writer.h"
#include "ops/common/flexbuffer.h"

enum { CONSTANT_ALIGNMENT = 16 };

/* Field numbers in the tables of the TFLite schema (version 3). */
enum {
  MODEL_VERSION = 0,
  MODEL_OPERATOR_CODES = 1,
  MODEL_SUBGRAPHS = 2,
  MODEL_DESCRIPTION = 3,
  MODEL_BUFFERS = 4,
  MODEL_METADATA = 6,
  MODEL_SIGNATURES = 7,
  OPERATOR_CODE_OLD = 0,
  OPERATOR_CODE_CUSTOM = 1,
  OPERATOR_CODE_VERSION = 2,
  OPERATOR_CODE = 3,
  GRAPH_TENSORS = 0,
  GRAPH_INPUTS = 1,
  GRAPH_OUTPUTS = 2,
  GRAPH_OPERATORS = 3,
  GRAPH_NAME = 4,
  TENSOR_SHAPE = 0,
  TENSOR_TYPE = 1,
  TENSOR_BUFFER = 2,
  TENSOR_NAME = 3,
  TENSOR_QUANTIZATION = 4,
  TENSOR_IS_VARIABLE = 5,
  TENSOR_HAS_RANK = 8,
  QUANTIZATION_SCALE = 2,
  QUANTIZATION_ZERO_POINT = 3,
  QUANTIZATION_DIMENSION = 6,
  OPERATOR_CODE_INDEX = 0,
  OPERATOR_INPUTS = 1,
  OPERATOR_OUTPUTS = 2,
  OPERATOR_OPTIONS_TYPE = 3,
  OPERATOR_OPTIONS = 4,
  OPERATOR_CUSTOM_OPTIONS = 5,
  BUFFER_DATA = 0,
  METADATA_NAME = 0,
  METADATA_BUFFER = 1,
  SIGNATURE_INPUTS = 0,
  SIGNATURE_OUTPUTS = 1,
  SIGNATURE_KEY = 2,
  SIGNATURE_SUBGRAPH = 4,
  NAMED_TENSOR_NAME = 0,
  NAMED_TENSOR_INDEX = 1,
};

enum { SCHEMA_VERSION = 3, SCHEMA_STRING = 5, OLD_CODE_MAX = 127 };

/* TensorType of the schema by mote_type. */
static const uint8_t schema_types[MOTE_TYPE_COUNT] = {
    [MOTE_NONE] = SCHEMA_STRING,
    [MOTE_FLOAT32] = 0,
    [MOTE_FLOAT16] = 1,
    [MOTE_INT4] = 17,
    [MOTE_INT8] = 9,
    [MOTE_INT16] = 7,
    [MOTE_INT32] = 2,
    [MOTE_INT64] = 4,
    [MOTE_UINT8] = 3,
    [MOTE_UINT16] = 16,
    [MOTE_UINT32] = 15,
    [MOTE_UINT64] = 12,
    [MOTE_BOOL] = 6,
    [MOTE_RESOURCE] = 13,
};

typedef struct buffer {
  const void *data;
  size_t bytes;
} buffer;

typedef struct writer {
  mote_flat_writer flat;
  const mote_op **codes; /* the different operators, in the order of their first use */
  uint32_t code_count;
  buffer *buffers; /* likewise; the first is empty, as the schema wants it */
  uint32_t buffer_count;
} writer;

/* --- What is shared ----------------------------------------------------------------------------------------------- */

static uint32_t index_of_code(writer *w, const mote_op *op) {
  uint32_t i = 0;
  while (i < w->code_count && w->codes[i] != op) {
    i++;
  }
  if (i == w->code_count) {
    w->codes[w->code_count++] = op;
  }
  return i;
}

static uint32_t index_of_buffer(writer *w, const void *data, size_t bytes) {
  uint32_t i = 0;
  while (i < w->buffer_count && (w->buffers[i].data != data || w->buffers[i].bytes != bytes)) {
    i++;
  }
  if (i == w->buffer_count) {
    w->buffers[w->buffer_count++] = (buffer){data, bytes};
  }
  return i;
}

static bool begin(writer *w, const mote_tflite_model *model, mote_host_error *error) {
  size_t operators = 0, buffers = 1 + (size_t)model->metadata_count;
  for (uint32_t g = 0; g < model->subgraph_count; g++) {
    operators += model->subgraphs[g].operator_count;
    buffers += model->subgraphs[g].tensor_count;
  }
  memset(w, 0, sizeof *w);
  w->flat.error = error;
  w->codes = mote_host_alloc(operators, sizeof *w->codes, error);
  w->buffers = w->codes ? mote_host_alloc(buffers, sizeof *w->buffers, error) : NULL;
  w->buffer_count = 1;
  return w->buffers != NULL;
}

/* --- Tables ------------------------------------------------------------------------------------------------------- */

static void put_optional_string(mote_flat_writer *f, const mote_flat_table *table, uint32_t slot, const char *text) {
  if (text) {
    mote_flat_put_string(f, mote_flat_field_position(table, slot), text);
  }
}

static void put_ints(mote_flat_writer *f, const mote_flat_table *table, uint32_t slot, const int32_t *values,
                     uint32_t count) {
  mote_flat_put_vector(f, mote_flat_field_position(table, slot), values, count, 4, 4);
}

/* A vector of places for tables, the first of which is returned. */
static size_t put_tables(mote_flat_writer *f, const mote_flat_table *table, uint32_t slot, uint32_t count) {
  return mote_flat_put_vector(f, mote_flat_field_position(table, slot), NULL, count, 4, 4);
}

static void put_quantization(mote_flat_writer *f, size_t referrer, const mote_tflite_tensor *tensor) {
  mote_flat_table table = {.count = 0};
  mote_flat_add_reference(&table, QUANTIZATION_SCALE, true);
  mote_flat_add_reference(&table, QUANTIZATION_ZERO_POINT, tensor->zero_point_count > 0);
  mote_flat_add(&table, QUANTIZATION_DIMENSION, 4, (uint32_t)tensor->quantized_dimension);
  mote_flat_put_table(f, referrer, &table);
  mote_flat_put_vector(f, mote_flat_field_position(&table, QUANTIZATION_SCALE), tensor->scales, tensor->scale_count, 4,
                       4);
  if (tensor->zero_point_count > 0) {
    mote_flat_put_vector(f, mote_flat_field_position(&table, QUANTIZATION_ZERO_POINT), tensor->zero_points,
                         tensor->zero_point_count, 8, 8);
  }
}

static void put_tensor(writer *w, size_t referrer, const mote_tflite_tensor *tensor) {
  mote_flat_writer *f = &w->flat;
  mote_flat_table table = {.count = 0};
  mote_flat_add_reference(&table, TENSOR_SHAPE, true);
  mote_flat_add(&table, TENSOR_TYPE, 1, schema_types[tensor->type]);
  mote_flat_add(&table, TENSOR_BUFFER, 4, tensor->data ? index_of_buffer(w, tensor->data, tensor->bytes) : 0);
  mote_flat_add_reference(&table, TENSOR_NAME, tensor->name != NULL);
  mote_flat_add_reference(&table, TENSOR_QUANTIZATION, tensor->scale_count > 0);
  mote_flat_add(&table, TENSOR_IS_VARIABLE, 1, tensor->is_variable);
  mote_flat_add(&table, TENSOR_HAS_RANK, 1, true);
  mote_flat_put_table(f, referrer, &table);
  put_ints(f, &table, TENSOR_SHAPE, tensor->dims, tensor->rank);
  put_optional_string(f, &table, TENSOR_NAME, tensor->name);
  if (tensor->scale_count > 0) {
    put_quantization(f, mote_flat_field_position(&table, TENSOR_QUANTIZATION), tensor);
  }
}

static void put_builtin_options(mote_flat_writer *f, size_t referrer, const mote_tflite_operator *o) {
  static const uint8_t bytes_of_kind[] = {1, 1, 4, 4};
  const mote_op *op = o->op;
  mote_flat_table table = {.count = 0};
  for (uint32_t i = 0; o->options && i < op->option_count; i++) {
    mote_flat_add(&table, op->options[i].slot, bytes_of_kind[op->options[i].kind], (uint32_t)o->options[i]);
  }
  for (uint32_t i = 0; i < o->option_vector_count; i++) {
    mote_flat_add_reference(&table, o->option_vectors[i].slot, true);
  }
  mote_flat_put_table(f, referrer, &table);
  for (uint32_t i = 0; i < o->option_vector_count; i++) {
    const mote_tflite_option_vector *v = &o->option_vectors[i];
    mote_flat_put_vector(f, mote_flat_field_position(&table, v->slot), v->data, v->count, v->element_bytes,
                         v->element_bytes);
    mote_flat_put_int(f, 0, 1); /* it may be a string, which ends in a zero that is not counted */
  }
}

static void put_custom_options(mote_flat_writer *f, size_t referrer, const mote_tflite_operator *o) {
  static const uint8_t type_of_kind[] = {MOTE_FLEX_BOOL, MOTE_FLEX_INT, MOTE_FLEX_INT, MOTE_FLEX_FLOAT};
  const mote_op *op = o->op;
  mote_flex_entry entries[MOTE_MAX_OPTIONS];
  for (uint32_t i = 0; i < op->option_count; i++) {
    entries[i] = (mote_flex_entry){op->options[i].name, type_of_kind[op->options[i].kind], (uint32_t)o->options[i], 0};
  }
  mote_flat_writer map = {.error = f->error};
  mote_flex_put_map(&map, entries, op->option_count);
  mote_flat_put_vector(f, referrer, map.data, map.size, 1, CONSTANT_ALIGNMENT);
  f->failed = f->failed || map.failed;
  free(map.data);
}

static void put_operator(writer *w, size_t referrer, const mote_tflite_operator *o) {
  mote_flat_writer *f = &w->flat;
  bool is_custom = o->op->code == MOTE_CUSTOM;
  bool has_options = o->options != NULL || o->option_vector_count > 0;
  mote_flat_table table = {.count = 0};
  mote_flat_add(&table, OPERATOR_CODE_INDEX, 4, index_of_code(w, o->op));
  mote_flat_add_reference(&table, OPERATOR_INPUTS, true);
  mote_flat_add_reference(&table, OPERATOR_OUTPUTS, true);
  mote_flat_add(&table, OPERATOR_OPTIONS_TYPE, 1, has_options && !is_custom ? o->op->options_type : 0);
  mote_flat_add_reference(&table, OPERATOR_OPTIONS, has_options && !is_custom);
  mote_flat_add_reference(&table, OPERATOR_CUSTOM_OPTIONS, has_options && is_custom);
  mote_flat_put_table(f, referrer, &table);
  put_ints(f, &table, OPERATOR_INPUTS, o->inputs, o->input_count);
  put_ints(f, &table, OPERATOR_OUTPUTS, o->outputs, o->output_count);
  if (has_options && is_custom) {
    put_custom_options(f, mote_flat_field_position(&table, OPERATOR_CUSTOM_OPTIONS), o);
  } else if (has_options) {
    put_builtin_options(f, mote_flat_field_position(&table, OPERATOR_OPTIONS), o);
  }
}

static void put_subgraph(writer *w, size_t referrer, const mote_tflite_subgraph *graph) {
  mote_flat_writer *f = &w->flat;
  mote_flat_table table = {.count = 0};
  mote_flat_add_reference(&table, GRAPH_TENSORS, true);
  mote_flat_add_reference(&table, GRAPH_INPUTS, true);
  mote_flat_add_reference(&table, GRAPH_OUTPUTS, true);
  mote_flat_add_reference(&table, GRAPH_OPERATORS, true);
  mote_flat_add_reference(&table, GRAPH_NAME, graph->name != NULL);
  mote_flat_put_table(f, referrer, &table);
  put_ints(f, &table, GRAPH_INPUTS, graph->inputs, graph->input_count);
  put_ints(f, &table, GRAPH_OUTPUTS, graph->outputs, graph->output_count);
  put_optional_string(f, &table, GRAPH_NAME, graph->name);
  size_t tensors = put_tables(f, &table, GRAPH_TENSORS, graph->tensor_count);
  for (uint32_t i = 0; i < graph->tensor_count; i++) {
    put_tensor(w, tensors + 4 * (size_t)i, &graph->tensors[i]);
  }
  size_t operators = put_tables(f, &table, GRAPH_OPERATORS, graph->operator_count);
  for (uint32_t i = 0; i < graph->operator_count; i++) {
    put_operator(w, operators + 4 * (size_t)i, &graph->operators[i]);
  }
}

static void put_metadata(writer *w, size_t referrer, const mote_tflite_metadata *metadata) {
  mote_flat_table table = {.count = 0};
  mote_flat_add_reference(&table, METADATA_NAME, true);
  mote_flat_add(&table, METADATA_BUFFER, 4, index_of_buffer(w, metadata->data, metadata->bytes));
  mote_flat_put_table(&w->flat, referrer, &table);
  put_optional_string(&w->flat, &table, METADATA_NAME, metadata->name);
}

static void put_names(mote_flat_writer *f, size_t first, const mote_tflite_name *names, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    mote_flat_table table = {.count = 0};
    mote_flat_add_reference(&table, NAMED_TENSOR_NAME, true);
    mote_flat_add(&table, NAMED_TENSOR_INDEX, 4, names[i].tensor);
    mote_flat_put_table(f, first + 4 * (size_t)i, &table);
    put_optional_string(f, &table, NAMED_TENSOR_NAME, names[i].name);
  }
}

static void put_signature(mote_flat_writer *f, size_t referrer, const mote_tflite_signature *signature) {
  mote_flat_table table = {.count = 0};
  mote_flat_add_reference(&table, SIGNATURE_INPUTS, true);
  mote_flat_add_reference(&table, SIGNATURE_OUTPUTS, true);
  mote_flat_add_reference(&table, SIGNATURE_KEY, true);
  mote_flat_add(&table, SIGNATURE_SUBGRAPH, 4, signature->subgraph);
  mote_flat_put_table(f, referrer, &table);
  put_optional_string(f, &table, SIGNATURE_KEY, signature->key);
  size_t inputs = put_tables(f, &table, SIGNATURE_INPUTS, signature->input_count);
  put_names(f, inputs, signature->inputs, signature->input_count);
  size_t outputs = put_tables(f, &table, SIGNATURE_OUTPUTS, signature->output_count);
  put_names(f, outputs, signature->outputs, signature->output_count);
}

static void put_codes(writer *w, const mote_flat_table *model) {
  size_t first = put_tables(&w->flat, model, MODEL_OPERATOR_CODES, w->code_count);
  for (uint32_t i = 0; i < w->code_count; i++) {
    const mote_op *op = w->codes[i];
    mote_flat_table table = {.count = 0};
    mote_flat_add(&table, OPERATOR_CODE_OLD, 1, op->code < OLD_CODE_MAX ? op->code : OLD_CODE_MAX);
    mote_flat_add_reference(&table, OPERATOR_CODE_CUSTOM, op->code == MOTE_CUSTOM);
    mote_flat_add(&table, OPERATOR_CODE_VERSION, 4, 1);
    mote_flat_add(&table, OPERATOR_CODE, 4, op->code);
    mote_flat_put_table(&w->flat, first + 4 * (size_t)i, &table);
    put_optional_string(&w->flat, &table, OPERATOR_CODE_CUSTOM, op->code == MOTE_CUSTOM ? op->name : NULL);
  }
}

static void put_buffers(writer *w, const mote_flat_table *model) {
  size_t first = put_tables(&w->flat, model, MODEL_BUFFERS, w->buffer_count);
  for (uint32_t i = 0; i < w->buffer_count; i++) {
    mote_flat_table table = {.count = 0};
    mote_flat_add_reference(&table, BUFFER_DATA, w->buffers[i].bytes > 0);
    mote_flat_put_table(&w->flat, first + 4 * (size_t)i, &table);
    if (w->buffers[i].bytes > 0) {
      mote_flat_put_vector(&w->flat, mote_flat_field_position(&table, BUFFER_DATA), w->buffers[i].data,
                           w->buffers[i].bytes, 1, CONSTANT_ALIGNMENT);
    }
  }
}

/* Operator codes and buffers come last: the subgraphs say which there are. */
static void put_model(writer *w, const mote_tflite_model *model) {
  mote_flat_writer *f = &w->flat;
  mote_flat_put_int(f, 0, 4);
  mote_flat_put(f, "TFL3", 4);
  mote_flat_table table = {.count = 0};
  mote_flat_add(&table, MODEL_VERSION, 4, SCHEMA_VERSION);
  mote_flat_add_reference(&table, MODEL_OPERATOR_CODES, true);
  mote_flat_add_reference(&table, MODEL_SUBGRAPHS, true);
  mote_flat_add_reference(&table, MODEL_DESCRIPTION, model->description != NULL);
  mote_flat_add_reference(&table, MODEL_BUFFERS, true);
  mote_flat_add_reference(&table, MODEL_METADATA, model->metadata_count > 0);
  mote_flat_add_reference(&table, MODEL_SIGNATURES, model->signature_count > 0);
  mote_flat_put_table(f, 0, &table);
  put_optional_string(f, &table, MODEL_DESCRIPTION, model->description);
  size_t graphs = put_tables(f, &table, MODEL_SUBGRAPHS, model->subgraph_count);
  for (uint32_t i = 0; i < model->subgraph_count; i++) {
    put_subgraph(w, graphs + 4 * (size_t)i, &model->subgraphs[i]);
  }
  size_t metadata = model->metadata_count ? put_tables(f, &table, MODEL_METADATA, model->metadata_count) : 0;
  for (uint32_t i = 0; i < model->metadata_count; i++) {
    put_metadata(w, metadata + 4 * (size_t)i, &model->metadata[i]);
  }
  size_t signatures = model->signature_count ? put_tables(f, &table, MODEL_SIGNATURES, model->signature_count) : 0;
  for (uint32_t i = 0; i < model->signature_count; i++) {
    put_signature(f, signatures + 4 * (size_t)i, &model->signatures[i]);
  }
  put_codes(w, &table);
  put_buffers(w, &table);
}

bool mote_tflite_write(const mote_tflite_model *model, mote_buffer *file, mote_host_error *error) {
  writer w;
  *file = (mote_buffer){NULL, 0};
  if (begin(&w, model, error)) {
    put_model(&w, model);
    if (w.flat.failed) {
      free(w.flat.data);
      mote_host_add_place(error, "writing a .tflite file");
    } else {
      *file = (mote_buffer){w.flat.data, w.flat.size};
    }
  }
  free(w.codes);
  free(w.buffers);
  return file->data != NULL;
}
