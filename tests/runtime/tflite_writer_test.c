/* SPDX-License-Identifier: Apache-2.0 */
/* What host/tflite_writer writes is read back by the runtime as it was described. */
#include "tests/host/check.h"
#include "tests/support/model.h"

#include "ops/common/flexbuffer.h"
#include "runtime/model.h"

static const float scales[] = {0.5f, 0.25f, 0.125f};
static const int8_t weights[] = {1, 2, 3, 4, 5, 6};
static test_model m;

static mote_model view(const mote_buffer *file) {
  mote_model model;
  mote_error error;
  model.kernels = mote_all_kernels;
  CHECK(mote_model_view(&model, file->data, file->size, &error) == MOTE_OK);
  return model;
}

/* --- Tensors ------------------------------------------------------------------------------------------------------ */

static void check_tensors(const mote_model *model, const mote_graph_view *graph) {
  mote_tensor t;
  CHECK(mote_model_tensor(model, graph, 0, &t) == MOTE_OK);
  CHECK(t.type == MOTE_INT8 && t.shape.rank == 2 && t.shape.dims[0] == 1 && t.shape.dims[1] == 2 && t.bytes == 2);
  CHECK(t.name_bytes == 5 && memcmp(t.name, "input", 5) == 0);
  CHECK(t.scale_count == 1 && t.scale[0] == 0.75f && t.zero_point == -3 && !t.is_constant && !t.is_variable);
  CHECK(mote_model_tensor(model, graph, 1, &t) == MOTE_OK);
  CHECK(t.is_constant && t.bytes == sizeof weights && memcmp(t.data, weights, sizeof weights) == 0);
  CHECK(t.scale_count == 3 && t.zero_point_count == 1 && t.quantized_dimension == 1 && t.name_bytes == 0);
  CHECK(memcmp(t.scale, scales, sizeof scales) == 0);
  CHECK(((const uint8_t *)t.data - model->data) % 16 == 0);
  const void *shared = t.data;
  CHECK(mote_model_tensor(model, graph, 2, &t) == MOTE_OK && t.data == shared && t.shape.dims[0] == 3);
  CHECK(mote_model_tensor(model, graph, 3, &t) == MOTE_OK && t.is_variable && t.shape.rank == 0 && t.bytes == 4);
  CHECK(mote_model_tensor(model, graph, 4, &t) == MOTE_TYPE && t.type == MOTE_NONE);
  CHECK(mote_model_tensor(model, graph, 5, &t) == MOTE_INDEX);
}

static void test_tensors(void) {
  test_model_clear(&m);
  test_graph *g = test_add_graph(&m);
  test_quantize(g, test_add_tensor(g, MOTE_INT8, SHAPE(1, 2)), 0.75f, -3);
  g->tensors[0].file.name = "input";
  int32_t w = test_quantize(g, test_add_constant(g, MOTE_INT8, SHAPE(2, 3), weights), 1, 0);
  memcpy(g->tensors[w].scales, scales, sizeof scales);
  g->tensors[w].file.scale_count = 3;
  g->tensors[w].file.quantized_dimension = 1;
  test_add_constant(g, MOTE_INT8, SHAPE(3, 2), weights);
  g->tensors[test_add_tensor(g, MOTE_FLOAT32, SCALAR)].file.is_variable = true;
  test_add_tensor(g, MOTE_NONE, SHAPE(7));
  g->inputs = LIST(0);
  g->outputs = LIST(0, 1);
  mote_buffer file = test_write(&m);
  mote_model model = view(&file);
  mote_graph_view graph;
  CHECK(mote_model_graph_count(&model) == 1 && mote_model_graph(&model, 0, &graph) == MOTE_OK);
  CHECK(graph.tensors.count == 5 && graph.operators.count == 0 && graph.inputs.count == 1 && graph.outputs.count == 2);
  CHECK(mote_model_index(&model, graph.inputs, 0) == 0 && mote_model_index(&model, graph.outputs, 1) == 1);
  check_tensors(&model, &graph);
  mote_buffer_free(&file);
}

static void test_types(void) {
  test_model_clear(&m);
  test_graph *g = test_add_graph(&m);
  for (int type = MOTE_FLOAT32; type < MOTE_TYPE_COUNT; type++) {
    test_add_tensor(g, (mote_type)type, SHAPE(1));
  }
  mote_buffer file = test_write(&m);
  mote_model model = view(&file);
  mote_graph_view graph;
  mote_model_graph(&model, 0, &graph);
  for (int type = MOTE_FLOAT32; type < MOTE_TYPE_COUNT; type++) {
    mote_tensor t;
    CHECK(mote_model_tensor(&model, &graph, (uint32_t)type - 1, &t) == MOTE_OK && t.type == (mote_type)type);
  }
  mote_buffer_free(&file);
}

/* --- Operators ---------------------------------------------------------------------------------------------------- */

/* Another number for each option. */
static int32_t sample(const mote_option *option, uint32_t i) {
  if (option->kind == MOTE_OPTION_FLOAT) {
    float value = 1.5f + (float)i;
    int32_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
  }
  return option->kind == MOTE_OPTION_BOOL   ? (int32_t)(i & 1)
         : option->kind == MOTE_OPTION_INT8 ? -(int32_t)i
                                            : 70000 + (int32_t)i;
}

static int32_t read_option(const mote_model *model, const mote_operator_view *o, const mote_option *option) {
  static const uint8_t bytes_of_kind[] = {1, 1, 4, 4};
  if (o->code != MOTE_CUSTOM) {
    mote_reader r = mote_model_reader(model);
    return mote_read_scalar(&r, o->options, option->slot, bytes_of_kind[option->kind], -1);
  }
  mote_flexbuffer f = {model->data + o->custom_options.position, o->custom_options.count, false};
  mote_flex_value value = mote_flex_find(&f, option->name);
  CHECK(value.type != MOTE_FLEX_NULL);
  return option->kind == MOTE_OPTION_FLOAT ? (int32_t)mote_flex_float(&f, value) : mote_flex_int(&f, value);
}

static void check_operator(const mote_op *op) {
  test_model_clear(&m);
  test_graph *g = test_add_graph(&m);
  test_op *o = test_add_op(g, op->name, LIST(4, -1), LIST(0));
  for (uint32_t i = 0; i < op->option_count; i++) {
    o->options[i] = sample(&op->options[i], i);
  }
  mote_buffer file = test_write(&m);
  mote_model model = view(&file);
  mote_graph_view graph;
  mote_operator_view read;
  mote_model_graph(&model, 0, &graph);
  CHECK(mote_model_operator(&model, &graph, 0, &read) == MOTE_OK);
  CHECK(read.code == op->code && (op->code != MOTE_CUSTOM || read.custom_name.count == strlen(op->name)));
  CHECK(op->code == MOTE_CUSTOM || read.options_type == op->options_type);
  CHECK(read.inputs.count == 2 && mote_model_index(&model, read.inputs, 1) == -1 && read.outputs.count == 1);
  for (uint32_t i = 0; i < op->option_count; i++) {
    CHECK(read_option(&model, &read, &op->options[i]) == sample(&op->options[i], i));
  }
  mote_buffer_free(&file);
}

static void test_every_operator(void) {
  const mote_op *last = NULL;
  for (const mote_kernel *const *k = mote_all_kernels; *k; k++) {
    if ((*k)->op != last && (*k)->op->code != MOTE_METADATA) {
      last = (*k)->op;
      check_operator(last);
    }
  }
}

static void test_option_vectors(void) {
  static const int32_t shape[] = {2, -1};
  test_model_clear(&m);
  test_graph *g = test_add_graph(&m);
  test_op *reshape = test_add_op(g, "RESHAPE", LIST(0), LIST(1));
  reshape->vectors[0] = (mote_tflite_option_vector){0, 4, 2, shape};
  reshape->vector_count = 1;
  test_op *handle = test_add_op(g, "VAR_HANDLE", EMPTY_LIST, LIST(2));
  handle->vectors[0] = (mote_tflite_option_vector){1, 1, 5, "state"};
  handle->vector_count = 1;
  test_add_op(g, "RESHAPE", LIST(0), LIST(1))->has_options = false;
  mote_buffer file = test_write(&m);
  mote_model model = view(&file);
  mote_reader r = mote_model_reader(&model);
  mote_graph_view graph;
  mote_operator_view o;
  mote_model_graph(&model, 0, &graph);
  CHECK(mote_model_operator(&model, &graph, 0, &o) == MOTE_OK);
  mote_vector v = mote_read_vector(&r, o.options, 0, 4);
  CHECK(v.count == 2 && mote_model_index(&model, v, 0) == 2 && mote_model_index(&model, v, 1) == -1);
  CHECK(mote_model_operator(&model, &graph, 1, &o) == MOTE_OK);
  v = mote_read_vector(&r, o.options, 1, 1);
  CHECK(mote_read_is(&r, v, "state") && model.data[v.position + 5] == 0);
  CHECK(mote_model_operator(&model, &graph, 2, &o) == MOTE_OK && o.options == 0 && o.options_type == 0);
  mote_buffer_free(&file);
}

/* --- The rest ----------------------------------------------------------------------------------------------------- */

static void test_metadata_and_signature(void) {
  static const mote_tflite_name names[] = {{"a", 0}, {"b", 1}};
  test_model_clear(&m);
  test_graph *g = test_add_graph(&m);
  test_add_tensor(g, MOTE_FLOAT32, SHAPE(1));
  test_add_tensor(g, MOTE_FLOAT32, SHAPE(2));
  g->inputs = LIST(0, 1);
  m.metadata = (mote_tflite_metadata){"note", "xyz", 3};
  m.signature = (mote_tflite_signature){"main", 0, names, 2, names, 1};
  mote_buffer file = test_write(&m);
  mote_model model = view(&file);
  mote_vector note = mote_model_metadata(&model, "note");
  CHECK(note.count == 3 && memcmp(model.data + note.position, "xyz", 3) == 0);
  CHECK(mote_model_metadata(&model, "other").count == 0);
  mote_error error;
  static MOTE_ARENA(arena, 4096);
  mote_instance *net;
  mote_tensor t;
  CHECK(mote_open(&model, file.data, file.size, mote_all_kernels, &error) == MOTE_OK);
  CHECK(mote_create(&net, &model, arena, sizeof arena, &error) == MOTE_OK);
  CHECK(mote_input_by_name(net, "b", &t) == MOTE_OK && t.index == 1);
  mote_buffer_free(&file);
}

static void test_same_bytes(void) {
  mote_buffer a = test_write(&m), b = test_write(&m);
  CHECK(a.size == b.size && memcmp(a.data, b.data, a.size) == 0);
  mote_buffer_free(&a);
  mote_buffer_free(&b);
}

static void test_too_large(void) {
  const mote_tflite_tensor tensor = {.type = MOTE_INT8, .data = weights, .bytes = (size_t)INT32_MAX};
  const mote_tflite_subgraph graph = {.tensors = &tensor, .tensor_count = 1};
  const mote_tflite_model model = {.subgraphs = &graph, .subgraph_count = 1};
  mote_host_error error;
  mote_buffer file;
  CHECK_FAILS(mote_tflite_write(&model, &file, &error), error, "writing a .tflite file: more than 2147483647 bytes");
  CHECK(file.data == NULL);
}

int main(void) {
  test_tensors();
  test_types();
  test_every_operator();
  test_option_vectors();
  test_metadata_and_signature();
  test_same_bytes();
  test_too_large();
  return check_report();
}
