/* SPDX-License-Identifier: Apache-2.0 */
#include "model.h"

#include <string.h>

#include "mote/kernel.h"

/* Field numbers in the tables of the TFLite schema (version 3). */
enum {
  MODEL_VERSION = 0,
  MODEL_OPERATOR_CODES = 1,
  MODEL_SUBGRAPHS = 2,
  MODEL_BUFFERS = 4,
  MODEL_METADATA = 6,
  METADATA_NAME = 0,
  METADATA_BUFFER = 1,
  GRAPH_TENSORS = 0,
  GRAPH_INPUTS = 1,
  GRAPH_OUTPUTS = 2,
  GRAPH_OPERATORS = 3,
  TENSOR_SHAPE = 0,
  TENSOR_TYPE = 1,
  TENSOR_BUFFER = 2,
  TENSOR_NAME = 3,
  TENSOR_QUANTIZATION = 4,
  TENSOR_IS_VARIABLE = 5,
  TENSOR_SPARSITY = 6,
  QUANTIZATION_SCALE = 2,
  QUANTIZATION_ZERO_POINT = 3,
  QUANTIZATION_DIMENSION = 6,
  BUFFER_DATA = 0,
  BUFFER_OFFSET = 1,
  OPERATOR_CODE_OLD = 0,
  OPERATOR_CODE_CUSTOM = 1,
  OPERATOR_CODE = 3,
  OPERATOR_CODE_INDEX = 0,
  OPERATOR_INPUTS = 1,
  OPERATOR_OUTPUTS = 2,
  OPERATOR_OPTIONS_TYPE = 3,
  OPERATOR_OPTIONS = 4,
  OPERATOR_CUSTOM_OPTIONS = 5,
};

enum { SCHEMA_VERSION = 3, IDENTIFIER = 0x334C4654 /* "TFL3" */, MAX_BYTES = 0x0FFFFFFF, MAX_ELEMENTS = 0x3FFFFFF };

/* mote_type by TensorType of the schema. */
static const uint8_t type_of_schema[] = {
    MOTE_FLOAT32, MOTE_FLOAT16, MOTE_INT32, MOTE_UINT8,  MOTE_INT64,    MOTE_NONE, MOTE_BOOL,   MOTE_INT16,  MOTE_NONE,
    MOTE_INT8,    MOTE_NONE,    MOTE_NONE,  MOTE_UINT64, MOTE_RESOURCE, MOTE_NONE, MOTE_UINT32, MOTE_UINT16, MOTE_INT4,
};

mote_reader mote_model_reader(const mote_model *model) {
  mote_reader r = {model->data, model->bytes, false};
  return r;
}

static mote_status fail(mote_error *error, mote_status status, uint32_t needed, uint32_t available) {
  if (error) {
    mote_error e = {status, 0, MOTE_NOWHERE, MOTE_NOWHERE, needed, available, NULL};
    *error = e;
  }
  return status;
}

mote_status mote_model_view(mote_model *model, const void *data, size_t bytes, mote_error *error) {
  model->root = model->subgraphs = model->buffers = 0; /* a file that is refused here is a model without subgraphs */
  if (data == NULL || ((uintptr_t)data & 3) != 0) {
    return fail(error, MOTE_ALIGNMENT, 4, (uint32_t)((uintptr_t)data & 3));
  }
  if (bytes > MAX_BYTES) {
    return fail(error, MOTE_TOO_LARGE, MAX_BYTES, (uint32_t)bytes);
  }
  model->data = data;
  model->bytes = (uint32_t)bytes;
  mote_reader r = mote_model_reader(model);
  if (mote_read_int(&r, 4, 4) != IDENTIFIER) {
    return fail(error, MOTE_NOT_A_MODEL, 8, (uint32_t)bytes);
  }
  model->root = mote_read_offset(&r, 0);
  int32_t version = mote_read_scalar(&r, model->root, MODEL_VERSION, 4, 0);
  if (!r.bad && version != SCHEMA_VERSION) {
    return fail(error, MOTE_VERSION, SCHEMA_VERSION, (uint32_t)version);
  }
  model->subgraphs = mote_read_vector(&r, model->root, MODEL_SUBGRAPHS, 4).position;
  model->buffers = mote_read_vector(&r, model->root, MODEL_BUFFERS, 4).position;
  if (r.bad) {
    return fail(error, MOTE_MALFORMED, 0, 0);
  }
  return MOTE_OK;
}

/* The vector whose first element stands at `position` (checked when the model was opened). */
static mote_vector vector_at(const mote_model *model, uint32_t position) {
  mote_vector v = {position, 0};
  if (position) {
    mote_reader r = mote_model_reader(model);
    v.count = (uint32_t)mote_read_int(&r, position - 4, 4);
  }
  return v;
}

uint32_t mote_model_graph_count(const mote_model *model) {
  return vector_at(model, model->subgraphs).count;
}

mote_status mote_model_graph(const mote_model *model, uint32_t subgraph, mote_graph_view *graph) {
  mote_vector graphs = vector_at(model, model->subgraphs);
  if (subgraph >= graphs.count) {
    return MOTE_INDEX;
  }
  mote_reader r = mote_model_reader(model);
  uint32_t table = mote_read_element(&r, graphs, subgraph);
  graph->index = subgraph;
  graph->tensors = mote_read_vector(&r, table, GRAPH_TENSORS, 4);
  graph->operators = mote_read_vector(&r, table, GRAPH_OPERATORS, 4);
  graph->inputs = mote_read_vector(&r, table, GRAPH_INPUTS, 4);
  graph->outputs = mote_read_vector(&r, table, GRAPH_OUTPUTS, 4);
  return r.bad ? MOTE_MALFORMED : MOTE_OK;
}

int32_t mote_model_index(const mote_model *model, mote_vector indices, uint32_t i) {
  mote_reader r = mote_model_reader(model);
  return mote_read_int(&r, indices.position + 4 * i, 4);
}

static mote_status read_operator_code(mote_reader *r, const mote_model *model, uint32_t index,
                                      mote_operator_view *view) {
  mote_vector codes = mote_read_vector(r, model->root, MODEL_OPERATOR_CODES, 4);
  if (index >= codes.count) {
    return MOTE_INDEX;
  }
  uint32_t table = mote_read_element(r, codes, index);
  /* Codes up to 126 are in the old byte-sized field; newer files have the same number in both. */
  int32_t old_code = mote_read_scalar(r, table, OPERATOR_CODE_OLD, 1, 0);
  int32_t code = mote_read_scalar(r, table, OPERATOR_CODE, 4, 0);
  view->code = (uint32_t)(code > old_code ? code : old_code);
  view->custom_name = mote_read_vector(r, table, OPERATOR_CODE_CUSTOM, 1);
  return MOTE_OK;
}

mote_status mote_model_operator(const mote_model *model, const mote_graph_view *graph, uint32_t op,
                                mote_operator_view *view) {
  mote_reader r = mote_model_reader(model);
  uint32_t table = mote_read_element(&r, graph->operators, op);
  uint32_t code = (uint32_t)mote_read_scalar(&r, table, OPERATOR_CODE_INDEX, 4, 0);
  mote_status status = read_operator_code(&r, model, code, view);
  view->inputs = mote_read_vector(&r, table, OPERATOR_INPUTS, 4);
  view->outputs = mote_read_vector(&r, table, OPERATOR_OUTPUTS, 4);
  view->options_type = (uint8_t)mote_read_scalar(&r, table, OPERATOR_OPTIONS_TYPE, 1, 0);
  view->options = mote_read_table(&r, table, OPERATOR_OPTIONS);
  view->custom_options = mote_read_vector(&r, table, OPERATOR_CUSTOM_OPTIONS, 1);
  return r.bad ? MOTE_MALFORMED : status;
}

static mote_status read_shape(mote_reader *r, uint32_t table, mote_tensor *t) {
  mote_vector dims = mote_read_vector(r, table, TENSOR_SHAPE, 4);
  if (dims.count > MOTE_MAX_RANK) {
    return MOTE_TOO_LARGE;
  }
  t->shape.rank = dims.count;
  uint32_t count = 1;
  for (uint32_t i = 0; i < dims.count; i++) {
    int32_t dim = mote_read_int(r, dims.position + 4 * i, 4);
    if (dim < 0) {
      return MOTE_SHAPE;
    }
    uint64_t product = (uint64_t)count * (uint32_t)dim;
    if (product > MAX_ELEMENTS ||
        dim > MAX_ELEMENTS) { /* a 0 elsewhere does not excuse it: infer() computes with dims */
      return MOTE_TOO_LARGE;
    }
    count = (uint32_t)product;
    t->shape.dims[i] = dim;
  }
  t->bytes = t->type == MOTE_RESOURCE ? 0 : mote_type_bytes(t->type, count); /* a handle stands for its variable */
  return MOTE_OK;
}

static mote_status read_quantization(mote_reader *r, uint32_t table, mote_tensor *t) {
  uint32_t quantization = mote_read_table(r, table, TENSOR_QUANTIZATION);
  if (quantization == 0) {
    return MOTE_OK;
  }
  mote_vector scales = mote_read_vector(r, quantization, QUANTIZATION_SCALE, 4);
  mote_vector zero_points = mote_read_vector(r, quantization, QUANTIZATION_ZERO_POINT, 8);
  if (r->bad || scales.count == 0) {
    return MOTE_OK;
  }
  if (zero_points.count > 1 && zero_points.count != scales.count) {
    return MOTE_QUANTIZATION;
  }
  t->scale = (const float *)(const void *)(r->data + scales.position);
  t->scale_count = scales.count;
  t->quantized_dimension = mote_read_scalar(r, quantization, QUANTIZATION_DIMENSION, 4, 0);
  t->zero_points = zero_points.count ? r->data + zero_points.position : NULL;
  t->zero_point_count = zero_points.count;
  t->zero_point = mote_zero_point(t, 0);
  return MOTE_OK;
}

static mote_status read_data(mote_reader *r, const mote_model *model, uint32_t table, mote_tensor *t) {
  uint32_t index = (uint32_t)mote_read_scalar(r, table, TENSOR_BUFFER, 4, 0);
  mote_vector buffers = vector_at(model, model->buffers);
  if (index >= buffers.count) {
    return index == 0 ? MOTE_OK : MOTE_INDEX;
  }
  uint32_t buffer = mote_read_element(r, buffers, index);
  mote_vector data = mote_read_vector(r, buffer, BUFFER_DATA, 1);
  uint32_t offset = (uint32_t)mote_read_scalar(r, buffer, BUFFER_OFFSET, 4, 0);
  if (offset > 1 || mote_read_table(r, table, TENSOR_SPARSITY) != 0) {
    return MOTE_UNSUPPORTED_FEATURE; /* data outside the FlatBuffer, or a sparse tensor */
  }
  if (data.count == 0 || r->bad) {
    return MOTE_OK;
  }
  if (data.count != t->bytes) {
    return MOTE_SHAPE;
  }
  t->is_constant = true;
  t->data = (void *)(uintptr_t)(r->data + data.position);
  return MOTE_OK;
}

mote_status mote_model_tensor(const mote_model *model, const mote_graph_view *graph, uint32_t index,
                              mote_tensor *tensor) {
  memset(tensor, 0, sizeof *tensor);
  tensor->index = MOTE_NOWHERE;
  if (index >= graph->tensors.count) {
    return MOTE_INDEX;
  }
  mote_reader r = mote_model_reader(model);
  uint32_t table = mote_read_element(&r, graph->tensors, index);
  uint32_t type = (uint8_t)mote_read_scalar(&r, table, TENSOR_TYPE, 1, 0);
  tensor->index = (uint16_t)index;
  tensor->type = type < sizeof type_of_schema ? (mote_type)type_of_schema[type] : MOTE_NONE;
  tensor->is_variable = mote_read_scalar(&r, table, TENSOR_IS_VARIABLE, 1, 0) != 0;
  mote_vector name = mote_read_vector(&r, table, TENSOR_NAME, 1);
  tensor->name = (const char *)(model->data + name.position);
  tensor->name_bytes = name.count;
  mote_status status = read_shape(&r, table, tensor);
  if (status == MOTE_OK && tensor->type == MOTE_NONE) {
    status = MOTE_TYPE;
  }
  if (status == MOTE_OK) {
    status = read_quantization(&r, table, tensor);
  }
  if (status == MOTE_OK) {
    status = read_data(&r, model, table, tensor);
  }
  return r.bad ? MOTE_MALFORMED : status;
}

mote_vector mote_model_metadata(const mote_model *model, const char *name) {
  mote_reader r = mote_model_reader(model);
  mote_vector entries = mote_read_vector(&r, model->root, MODEL_METADATA, 4);
  mote_vector none = {0, 0};
  for (uint32_t i = 0; i < entries.count; i++) {
    uint32_t entry = mote_read_element(&r, entries, i);
    mote_vector text = mote_read_vector(&r, entry, METADATA_NAME, 1);
    if (mote_read_is(&r, text, name)) {
      uint32_t index = (uint32_t)mote_read_scalar(&r, entry, METADATA_BUFFER, 4, 0);
      uint32_t buffer = mote_read_element(&r, vector_at(model, model->buffers), index);
      mote_vector data = mote_read_vector(&r, buffer, BUFFER_DATA, 1);
      return r.bad ? none : data;
    }
  }
  return none;
}
