/* SPDX-License-Identifier: Apache-2.0 */
/* Models that are wrong in one place: each is refused for that, there. */
#include "tests/host/check.h"
#include "tests/support/exercise.h"
#include "tests/support/model.h"

#include <math.h>

#include "host/flatbuffer_writer.h"

/* Fields of the schema that are damaged here. */
enum {
  MODEL_VERSION = 0,
  MODEL_CODES = 1,
  MODEL_GRAPHS = 2,
  MODEL_BUFFERS = 4,
  GRAPH_TENSORS = 0,
  GRAPH_INPUTS = 1,
  GRAPH_OUTPUTS = 2,
  GRAPH_OPERATORS = 3,
  TENSOR_SHAPE = 0,
  TENSOR_BUFFER = 2,
  TENSOR_QUANTIZATION = 4,
  QUANTIZATION_SCALE = 2,
  QUANTIZATION_ZERO_POINT = 3,
  OPERATOR_CODE = 0,
  OPERATOR_INPUTS = 1,
  OPERATOR_OPTIONS_TYPE = 3,
  BUFFER_DATA = 0,
};

enum { NOWHERE = MOTE_NOWHERE };

static const exercise_limits limits = {.max_arena_bytes = 1 << 20};
static test_model m;

/* The first status that is not MOTE_OK, of opening, creating and running, and where. */
static void expect_file(const char *name, const mote_buffer *file, mote_status status, uint32_t op, uint32_t tensor) {
  mote_error error = {.op = NOWHERE, .tensor = NOWHERE};
  mote_status got = exercise_model(file->data, file->size, 1, &limits, &error);
  bool right = got == status && (got == MOTE_OK || (error.op == op && error.tensor == tensor));
  if (!check_that(right, name, __FILE__, __LINE__)) {
    fprintf(stderr, "  got: %s, operator %u, tensor %u: %s\n", mote_status_text(got), error.op, error.tensor,
            got != MOTE_OK && error.text ? error.text : "");
  }
}

static void expect(const char *name, mote_status status, uint32_t op, uint32_t tensor) {
  mote_buffer file = test_write(&m);
  expect_file(name, &file, status, op, tensor);
  mote_buffer_free(&file);
}

/* --- Models to damage --------------------------------------------------------------------------------------------- */

/* y = w x + b in int8: tensors x 0, w 1, b 2, y 3; operator 0. */
static test_graph *dense(void) {
  static const int8_t weights[12] = {1, -2, 3, 4, -5, 6, 7, 8, -9, 10, 11, -12};
  static const int32_t bias[3] = {100, -100, 0};
  test_model_clear(&m);
  test_graph *g = test_add_graph(&m);
  test_quantize(g, test_add_tensor(g, MOTE_INT8, SHAPE(1, 4)), 0.5f, -1);
  test_quantize(g, test_add_constant(g, MOTE_INT8, SHAPE(3, 4), weights), 0.25f, 0);
  test_quantize(g, test_add_constant(g, MOTE_INT32, SHAPE(3), bias), 0.125f, 0);
  test_quantize(g, test_add_tensor(g, MOTE_INT8, SHAPE(1, 3)), 1.0f, 5);
  test_add_op(g, "FULLY_CONNECTED", LIST(0, 1, 2), LIST(3));
  g->inputs = LIST(0);
  g->outputs = LIST(3);
  return g;
}

/* Two float tensors of four elements through an operator with one input. */
static test_graph *unary(const char *name) {
  test_model_clear(&m);
  test_graph *g = test_add_graph(&m);
  test_add_tensor(g, MOTE_FLOAT32, SHAPE(4));
  test_add_tensor(g, MOTE_FLOAT32, SHAPE(4));
  test_add_op(g, name, LIST(0), LIST(1));
  g->inputs = LIST(0);
  g->outputs = LIST(1);
  return g;
}

/* --- The file ----------------------------------------------------------------------------------------------------- */

static mote_status open_at(const void *data, size_t bytes, mote_error *error) {
  mote_model model;
  return mote_open(&model, data, bytes, mote_all_kernels, error);
}

static void test_header(void) {
  mote_error error;
  dense();
  expect("the model as it is", MOTE_OK, NOWHERE, NOWHERE);
  mote_buffer file = test_write(&m);
  CHECK(open_at(NULL, 0, &error) == MOTE_ALIGNMENT);
  for (uint32_t i = 1; i < 4; i++) {
    CHECK(open_at(file.data + i, file.size - i, &error) == MOTE_ALIGNMENT && error.available == i && error.needed == 4);
  }
  CHECK(open_at(file.data, 0, &error) == MOTE_NOT_A_MODEL);
  CHECK(open_at(file.data, 7, &error) == MOTE_NOT_A_MODEL && error.needed == 8 && error.available == 7);
  CHECK(open_at(file.data, (size_t)1 << 28, &error) == MOTE_TOO_LARGE);
  CHECK(open_at(file.data, 8, NULL) == MOTE_MALFORMED);
  file.data[7] = '2';
  expect_file("another identifier", &file, MOTE_NOT_A_MODEL, NOWHERE, NOWHERE);
  file.data[7] = '3';
  test_patch(&file, test_field(&file, test_root(&file), MODEL_VERSION), 2, 4);
  expect_file("another version", &file, MOTE_VERSION, NOWHERE, NOWHERE);
  mote_buffer_free(&file);
}

static void test_truncated(void) {
  uint32_t accepted = 0;
  dense();
  mote_buffer file = test_write(&m);
  for (size_t bytes = 0; bytes < file.size; bytes++) {
    mote_error error;
    accepted += exercise_model(file.data, bytes, bytes, &limits, &error) == MOTE_OK;
  }
  CHECK(accepted == 0);
  mote_buffer_free(&file);
}

/* Whatever comes of it, exercise_model() ends the test if the library breaks its word. */
static void test_flipped_bits(void) {
  uint32_t refused = 0;
  dense();
  mote_buffer file = test_write(&m);
  for (size_t bit = 0; bit < 8 * file.size; bit++) {
    mote_error error;
    file.data[bit / 8] = (uint8_t)(file.data[bit / 8] ^ 1u << bit % 8);
    refused += exercise_model(file.data, file.size, bit, &limits, &error) != MOTE_OK;
    file.data[bit / 8] = (uint8_t)(file.data[bit / 8] ^ 1u << bit % 8);
  }
  CHECK(refused > 1000);
  mote_buffer_free(&file);
}

/* Each aligned word of the file becomes each of the numbers that lead furthest astray. */
static void test_hostile_words(void) {
  static const uint32_t words[] = {0,          1,          3,          0x7F,       0xFFFF,     0x20000001,
                                   0x3FFFFFFF, 0x40000000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFC, 0xFFFFFFFF};
  uint32_t refused = 0;
  dense();
  mote_buffer file = test_write(&m);
  for (uint32_t position = 0; position + 4 <= file.size; position += 4) {
    uint32_t was;
    memcpy(&was, file.data + position, 4);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
      mote_error error;
      test_patch(&file, position, words[i], 4);
      refused += exercise_model(file.data, file.size, i, &limits, &error) != MOTE_OK;
    }
    test_patch(&file, position, was, 4);
  }
  CHECK(refused > 1000);
  mote_buffer_free(&file);
}

/* --- Offsets and vectors ------------------------------------------------------------------------------------------ */

static mote_buffer dense_file(void) {
  dense();
  return test_write(&m);
}

static uint32_t graph_table(const mote_buffer *f) {
  return test_element(f, test_target(f, test_field(f, test_root(f), MODEL_GRAPHS)), 0);
}

static uint32_t tensor_table(const mote_buffer *f, uint32_t i) {
  return test_element(f, test_target(f, test_field(f, graph_table(f), GRAPH_TENSORS)), i);
}

static uint32_t operator_table(const mote_buffer *f) {
  return test_element(f, test_target(f, test_field(f, graph_table(f), GRAPH_OPERATORS)), 0);
}

static uint32_t quantization_table(const mote_buffer *f, uint32_t i) {
  return test_target(f, test_field(f, tensor_table(f, i), TENSOR_QUANTIZATION));
}

typedef struct vector_case {
  const char *name;
  uint32_t table; /* which kind: below */
  uint32_t slot;
  mote_status status;
  uint32_t op, tensor;
} vector_case;

enum { IN_MODEL, IN_GRAPH, IN_TENSOR, IN_QUANTIZATION, IN_OPERATOR, IN_BUFFER };

static uint32_t table_of(const mote_buffer *f, uint32_t kind) {
  uint32_t buffers = test_target(f, test_field(f, test_root(f), MODEL_BUFFERS));
  return kind == IN_MODEL          ? test_root(f)
         : kind == IN_GRAPH        ? graph_table(f)
         : kind == IN_TENSOR       ? tensor_table(f, 0)
         : kind == IN_QUANTIZATION ? quantization_table(f, 0)
         : kind == IN_OPERATOR     ? operator_table(f)
                                   : test_element(f, buffers, 1);
}

static void test_vectors(void) {
  static const vector_case cases[] = {
      {"subgraphs", IN_MODEL, MODEL_GRAPHS, MOTE_MALFORMED, NOWHERE, NOWHERE},
      {"buffers", IN_MODEL, MODEL_BUFFERS, MOTE_MALFORMED, NOWHERE, NOWHERE},
      {"operator codes", IN_MODEL, MODEL_CODES, MOTE_MALFORMED, 0, NOWHERE},
      {"tensors", IN_GRAPH, GRAPH_TENSORS, MOTE_MALFORMED, NOWHERE, NOWHERE},
      {"operators", IN_GRAPH, GRAPH_OPERATORS, MOTE_MALFORMED, NOWHERE, NOWHERE},
      {"inputs of the model", IN_GRAPH, GRAPH_INPUTS, MOTE_MALFORMED, NOWHERE, NOWHERE},
      {"outputs of the model", IN_GRAPH, GRAPH_OUTPUTS, MOTE_MALFORMED, NOWHERE, NOWHERE},
      {"a shape", IN_TENSOR, TENSOR_SHAPE, MOTE_MALFORMED, 0, 0},
      {"scales", IN_QUANTIZATION, QUANTIZATION_SCALE, MOTE_MALFORMED, 0, 0},
      {"zero points", IN_QUANTIZATION, QUANTIZATION_ZERO_POINT, MOTE_MALFORMED, 0, 0},
      {"operands", IN_OPERATOR, OPERATOR_INPUTS, MOTE_MALFORMED, 0, NOWHERE},
      {"data", IN_BUFFER, BUFFER_DATA, MOTE_MALFORMED, 0, 1},
  };
  /* Sizes of four and eight bytes an element wrap around 32 bits with these. */
  static const uint32_t counts[] = {0xFFFFFFFF, 0x80000001, 0x40000001, 0x20000001, 0x10000000};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const vector_case *c = &cases[i];
    for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
      mote_buffer f = dense_file();
      test_patch(&f, test_target(&f, test_field(&f, table_of(&f, c->table), c->slot)), counts[k], 4);
      expect_file(c->name, &f, c->status, c->op, c->tensor);
      mote_buffer_free(&f);
    }
    static const uint32_t offsets[] = {0xFFFFFFF0, 0x7FFFFFFF, 0, 1 << 20};
    for (size_t k = 0; k < sizeof offsets / sizeof *offsets; k++) {
      mote_buffer f = dense_file();
      test_patch(&f, test_field(&f, table_of(&f, c->table), c->slot), offsets[k], 4);
      expect_file(c->name, &f, c->status, c->op, c->tensor);
      mote_buffer_free(&f);
    }
  }
}

static void test_root_and_vtables(void) {
  static const uint32_t offsets[] = {0, 0xFFFFFFFF, 0x7FFFFFFF, 1 << 20};
  for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++) {
    mote_buffer f = dense_file();
    uint32_t root = test_root(&f);
    test_patch(&f, 0, offsets[i], 4);
    expect_file("the root's offset", &f, MOTE_MALFORMED, NOWHERE, NOWHERE);
    test_patch(&f, 0, root, 4);
    test_patch(&f, root, 0x40000000 + offsets[i], 4);
    expect_file("the root's vtable", &f, MOTE_MALFORMED, NOWHERE, NOWHERE);
    mote_buffer_free(&f);
  }
}

/* --- Indices ------------------------------------------------------------------------------------------------------ */

static void test_indices(void) {
  static const int32_t wrong[] = {4, -2, INT32_MAX, INT32_MIN, 65535};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    mote_error error;
    dense()->ops[0].inputs.values[1] = wrong[i];
    expect("an input that does not exist", MOTE_INDEX, 0, NOWHERE);
    mote_buffer file = test_write(&m);
    CHECK(open_at(file.data, file.size, &error) == MOTE_INDEX && error.needed == 4 &&
          error.available == (uint32_t)wrong[i]);
    mote_buffer_free(&file);
    dense()->ops[0].outputs.values[0] = wrong[i];
    expect("an output that does not exist", MOTE_INDEX, 0, NOWHERE);
    dense()->inputs.values[0] = wrong[i];
    expect("an input of the model that does not exist", MOTE_INDEX, NOWHERE, NOWHERE);
    dense()->outputs.values[0] = wrong[i];
    expect("an output of the model that does not exist", MOTE_INDEX, NOWHERE, NOWHERE);
  }
  dense()->inputs.values[0] = -1;
  expect("an absent input of the model", MOTE_INDEX, NOWHERE, NOWHERE);
  dense()->inputs.values[0] = 1;
  expect("a constant as input of the model", MOTE_CONSTANT, NOWHERE, 1);
}

static void test_indices_in_the_file(void) {
  static const uint32_t wrong[] = {100, 0x7FFFFFFF, 0xFFFFFFFF};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    mote_buffer f = dense_file();
    test_patch(&f, test_field(&f, operator_table(&f), OPERATOR_CODE), wrong[i], 4);
    expect_file("an operator code that does not exist", &f, MOTE_INDEX, 0, NOWHERE);
    mote_buffer_free(&f);
    f = dense_file();
    test_patch(&f, test_field(&f, tensor_table(&f, 1), TENSOR_BUFFER), wrong[i], 4);
    expect_file("a buffer that does not exist", &f, MOTE_INDEX, 0, 1);
    mote_buffer_free(&f);
  }
  mote_buffer f = dense_file();
  test_patch(&f, test_field(&f, operator_table(&f), OPERATOR_OPTIONS_TYPE), 77, 1);
  expect_file("the options of another operator", &f, MOTE_OPTION, 0, NOWHERE);
  mote_buffer_free(&f);
  f = dense_file();
  test_patch(&f, test_target(&f, test_field(&f, test_root(&f), MODEL_GRAPHS)), 0, 4);
  expect_file("no subgraphs", &f, MOTE_INDEX, NOWHERE, NOWHERE);
  mote_buffer_free(&f);
}

/* --- Shapes and constants ----------------------------------------------------------------------------------------- */

static void set_shape(test_tensor *t, uint32_t rank, int32_t dim) {
  t->file.rank = rank;
  for (uint32_t i = 0; i < rank; i++) {
    t->dims[i] = dim;
  }
}

static void test_shapes(void) {
  set_shape(&dense()->tensors[0], 2, 65536);
  expect("a product beyond 32 bits", MOTE_TOO_LARGE, 0, 0);
  set_shape(&dense()->tensors[0], 8, 0x10001);
  expect("a product that wraps around", MOTE_TOO_LARGE, 0, 0);
  set_shape(&dense()->tensors[0], 1, INT32_MAX);
  expect("a dimension beyond the limit", MOTE_TOO_LARGE, 0, 0);
  set_shape(&dense()->tensors[0], 9, 1);
  expect("too many dimensions", MOTE_TOO_LARGE, 0, 0);
  dense()->tensors[0].dims[1] = -1;
  expect("an unknown dimension", MOTE_SHAPE, 0, 0);
  dense()->tensors[0].dims[1] = INT32_MIN;
  expect("a negative dimension", MOTE_SHAPE, 0, 0);
  dense()->tensors[1].file.bytes = 11;
  expect("a constant shorter than its shape", MOTE_SHAPE, 0, 1);
  dense()->tensors[1].file.bytes = 1;
  expect("a constant of one byte", MOTE_SHAPE, 0, 1);
  dense()->tensors[2].file.bytes = 8;
  expect("a bias shorter than its shape", MOTE_SHAPE, 0, 2);
  dense()->tensors[3].dims[1] = 2;
  expect("another output shape than the inputs give", MOTE_SHAPE, 0, 3);
  dense()->tensors[3].file.rank = 1;
  expect("another output rank than the inputs give", MOTE_SHAPE, 0, 3);
}

static void test_types(void) {
  dense()->tensors[0].file.type = MOTE_NONE;
  expect("a string that an operator reads", MOTE_TYPE, 0, 0);
  test_graph *g = dense();
  test_add_tensor(g, MOTE_NONE, SHAPE(3));
  test_add_constant(g, MOTE_NONE, SHAPE(3), "abc");
  g->tensors[5].file.bytes = 3;
  expect("strings that nobody uses", MOTE_OK, NOWHERE, NOWHERE);
  dense()->tensors[1].file.type = MOTE_UINT8;
  expect("a type that no kernel has", MOTE_UNSUPPORTED_TYPE, 0, NOWHERE);
}

/* --- Quantisation ------------------------------------------------------------------------------------------------- */

static void test_quantization(void) {
  static const float wrong[] = {0.0f, -0.0f, -1.0f, INFINITY, -INFINITY, NAN};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    for (uint32_t tensor = 0; tensor < 4; tensor++) {
      if (tensor != 2) { /* a bias's scale is not used */
        dense()->tensors[tensor].scales[0] = wrong[i];
        expect("a scale that is no positive number", MOTE_QUANTIZATION, 0, tensor);
      }
    }
  }
  dense()->tensors[0].file.scale_count = 0;
  expect("no scale", MOTE_QUANTIZATION, 0, 0);
  dense()->tensors[3].file.scale_count = 0;
  expect("no scale of the output", MOTE_QUANTIZATION, 0, 3);
  dense()->tensors[3].zero_points[0] = 128;
  expect("a zero point beyond the type", MOTE_QUANTIZATION, 0, 3);
  dense()->tensors[0].zero_points[0] = INT64_MAX;
  expect("a zero point beyond 32 bits", MOTE_QUANTIZATION, 0, 0);
  test_tensor *w = &dense()->tensors[1];
  w->file.scale_count = 2;
  w->scales[1] = 1;
  expect("fewer scales than channels", MOTE_QUANTIZATION, 0, 1);
  w = &dense()->tensors[1];
  w->file.scale_count = w->file.zero_point_count = 3;
  w->scales[1] = w->scales[2] = 1;
  w->file.quantized_dimension = 1;
  expect("scales along another dimension", MOTE_QUANTIZATION, 0, 1);
  w->file.quantized_dimension = 0;
  w->file.zero_point_count = 2;
  expect("zero points that are not as many as scales", MOTE_QUANTIZATION, 0, 1);
  dense()->tensors[0].scales[0] = 3e38f;
  expect("a scale too large for the output's", MOTE_QUANTIZATION, 0, 1);
}

/* --- Operands and graphs ------------------------------------------------------------------------------------------ */

static void test_operands(void) {
  dense()->ops[0].inputs = LIST(0);
  expect("too few inputs", MOTE_OPERANDS, 0, NOWHERE);
  dense()->ops[0].inputs = LIST(0, 1, 2, 0, 0);
  expect("too many inputs", MOTE_OPERANDS, 0, NOWHERE);
  dense()->ops[0].inputs = LIST(-1, 1, 2);
  expect("a required input that is absent", MOTE_OPERANDS, 0, NOWHERE);
  dense()->ops[0].inputs = LIST(0, 1, -1);
  expect("an optional input that is absent", MOTE_OK, NOWHERE, NOWHERE);
  dense()->ops[0].outputs = EMPTY_LIST;
  expect("no output", MOTE_OPERANDS, 0, NOWHERE);
  dense()->ops[0].outputs = LIST(3, 3);
  expect("too many outputs", MOTE_OPERANDS, 0, NOWHERE);
  dense()->ops[0].outputs = LIST(-1);
  expect("an output that is absent", MOTE_OPERANDS, 0, NOWHERE);
}

static void test_graphs(void) {
  unary("EXP")->ops[0].outputs = LIST(0);
  expect("an operator writes its input", MOTE_GRAPH, 0, 0);
  test_graph *g = unary("EXP");
  g->inputs = EMPTY_LIST;
  expect("read before it is written", MOTE_GRAPH, 0, 0);
  g = unary("EXP");
  test_add_op(g, "LOG", LIST(0), LIST(1));
  expect("written twice", MOTE_GRAPH, 1, 1);
  g = unary("EXP");
  test_add_op(g, "LOG", LIST(1), LIST(0));
  expect("an input of the model is written", MOTE_GRAPH, 1, 0);
  g = unary("EXP");
  g->outputs = LIST(test_add_tensor(g, MOTE_FLOAT32, SHAPE(4)));
  expect("an output that nobody writes", MOTE_GRAPH, NOWHERE, 2);
  g = unary("EXP");
  g->tensors[0].file.is_variable = true;
  g->inputs = EMPTY_LIST;
  g->ops[0].outputs = LIST(0);
  expect("a variable written by what reads it", MOTE_GRAPH, 0, 0);
  static const float constant[4] = {0};
  g = unary("EXP");
  g->tensors[1].file.data = constant;
  g->tensors[1].file.bytes = sizeof constant;
  expect("a constant is written", MOTE_CONSTANT, 0, 1);
}

/* --- Options and constants of operators --------------------------------------------------------------------------- */

/* x (int8, quantised) -> y through an operator with constants behind x. */
static test_graph *moved(const char *name, uint32_t rank, const int32_t *dims) {
  test_model_clear(&m);
  test_graph *g = test_add_graph(&m);
  test_quantize(g, test_add_tensor(g, MOTE_INT8, rank, dims), 1, 0);
  test_quantize(g, test_add_tensor(g, MOTE_INT8, rank, dims), 1, 0);
  test_add_op(g, name, LIST(0), LIST(1));
  g->inputs = LIST(0);
  g->outputs = LIST(1);
  return g;
}

static void add_input(test_graph *g, int32_t tensor) {
  test_list *inputs = &g->ops[0].inputs;
  inputs->values[inputs->count++] = tensor;
}

static void expect_option(const char *op, const char *option, int32_t value, uint32_t rank, const int32_t *dims) {
  test_graph *g = moved(op, rank, dims);
  test_set_option(&g->ops[0], option, value);
  expect(op, MOTE_OPTION, 0, NOWHERE);
}

static void test_block_sizes(void) {
  static const int32_t wrong[] = {0, -1, INT32_MIN};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    expect_option("SPACE_TO_DEPTH", "block_size", wrong[i], SHAPE(1, 4, 4, 4));
    expect_option("DEPTH_TO_SPACE", "block_size", wrong[i], SHAPE(1, 4, 4, 4));
  }
}

static void pool(const char *option, int32_t value) {
  test_graph *g = moved("MAX_POOL_2D", SHAPE(1, 2, 2, 1));
  test_op *op = &g->ops[0];
  test_set_option(op, "stride_w", 1);
  test_set_option(op, "stride_h", 1);
  test_set_option(op, "filter_width", 1);
  test_set_option(op, "filter_height", 1);
  if (option) {
    test_set_option(op, option, value);
  }
}

static void test_windows(void) {
  static const char *const names[] = {"stride_w", "stride_h", "filter_width", "filter_height"};
  static const int32_t wrong[] = {0, -1, 65536, INT32_MAX, INT32_MIN};
  pool(NULL, 0);
  expect("a pool as it is", MOTE_OK, NOWHERE, NOWHERE);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++) { /* 65536 is 0 in the 16 bits of the parameters */
      pool(names[i], wrong[k]);
      expect(names[i], MOTE_OPTION, 0, NOWHERE);
    }
  }
}

/* x 1 2 2 `channels`, weights 2 1 1 `depth` */
static test_graph *convolution(int32_t channels, int32_t depth) {
  static const int8_t weights[16] = {1, 2, 3};
  test_model_clear(&m);
  test_graph *g = test_add_graph(&m);
  test_quantize(g, test_add_tensor(g, MOTE_INT8, SHAPE(1, 2, 2, channels)), 1, 0);
  test_quantize(g, test_add_constant(g, MOTE_INT8, SHAPE(2, 1, 1, depth), weights), 1, 0);
  test_quantize(g, test_add_tensor(g, MOTE_INT8, SHAPE(1, 2, 2, 2)), 1, 0);
  test_op *op = test_add_op(g, "CONV_2D", LIST(0, 1), LIST(2));
  test_set_option(op, "stride_w", 1);
  test_set_option(op, "stride_h", 1);
  g->inputs = LIST(0);
  g->outputs = LIST(2);
  return g;
}

static void test_convolutions(void) {
  convolution(4, 4);
  expect("a convolution as it is", MOTE_OK, NOWHERE, NOWHERE);
  mote_error error;
  convolution(4, 0);
  mote_buffer file = test_write(&m);
  CHECK(exercise_model(file.data, file.size, 1, &limits, &error) == MOTE_SHAPE && error.op == 0);
  mote_buffer_free(&file);
  convolution(4, 3);
  expect("input channels that are no multiple of the weights'", MOTE_SHAPE, 0, 1);
  test_set_option(&convolution(4, 4)->ops[0], "stride_w", 0);
  expect("a stride of 0", MOTE_OPTION, 0, NOWHERE);
  test_set_option(&convolution(4, 4)->ops[0], "stride_h", 65536);
  expect("a stride that is 0 in 16 bits", MOTE_OPTION, 0, NOWHERE);
  test_set_option(&convolution(4, 4)->ops[0], "dilation_w_factor", 0);
  expect("a dilation of 0", MOTE_OPTION, 0, NOWHERE);
  convolution(4, 4)->tensors[1].dims[1] = 0;
  m.graphs[0].tensors[1].file.data = NULL;
  expect("an empty window", MOTE_SHAPE, 0, 1);
}

static void test_gather(void) {
  static const int32_t indices[] = {0, 4};
  test_graph *g = moved("GATHER", SHAPE(4));
  g->tensors[1].dims[0] = 2;
  add_input(g, test_add_constant(g, MOTE_INT32, SHAPE(2), indices));
  expect("a constant index beyond the axis", MOTE_DATA, 0, NOWHERE);
  test_set_option(&g->ops[0], "axis", 1);
  mote_buffer file = test_write(&m);
  mote_error error;
  CHECK(open_at(file.data, file.size, &error) != MOTE_OK && error.op == 0);
  mote_buffer_free(&file);
}

static void test_axes(void) {
  static const int32_t wrong[] = {2, -3, INT32_MAX, INT32_MIN};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    test_model_clear(&m);
    test_graph *g = test_add_graph(&m);
    test_add_tensor(g, MOTE_FLOAT32, SHAPE(2, 3));
    test_add_constant(g, MOTE_INT32, SCALAR, &wrong[i]);
    test_add_tensor(g, MOTE_INT32, SHAPE(2));
    test_add_op(g, "ARG_MAX", LIST(0, 1), LIST(2));
    g->inputs = LIST(0);
    g->outputs = LIST(2);
    mote_error error;
    mote_buffer file = test_write(&m);
    CHECK(open_at(file.data, file.size, &error) != MOTE_OK && error.op == 0);
    mote_buffer_free(&file);
  }
}

/* Constants that are read as int32 or int64 may not be smaller. */
static void test_small_constants(void) {
  static const int8_t bytes[4] = {0, 1, 1, 1};
  static const char *const names[] = {"TRANSPOSE", "EXPAND_DIMS", "TILE", "PAD", "STRIDED_SLICE"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    test_graph *g = moved(names[i], SHAPE(2, 2));
    for (uint32_t k = 1; k < g->ops[0].op->min_inputs; k++) {
      add_input(g, test_add_constant(g, MOTE_INT8, SHAPE(2), bytes));
    }
    mote_error error;
    mote_buffer file = test_write(&m);
    mote_status status = open_at(file.data, file.size, &error);
    CHECK(status != MOTE_OK && error.op == 0);
    mote_buffer_free(&file);
  }
}

/* --- Subgraphs ---------------------------------------------------------------------------------------------------- */

/* Subgraph 1: EXP of four floats. Subgraph 0 calls it by IF: condition 0, x 1, y 2. */
static test_graph *branch(void) {
  test_model_clear(&m);
  test_graph *g = test_add_graph(&m);
  test_add_tensor(g, MOTE_BOOL, SHAPE(1));
  test_add_tensor(g, MOTE_FLOAT32, SHAPE(4));
  test_add_tensor(g, MOTE_FLOAT32, SHAPE(4));
  test_op *op = test_add_op(g, "IF", LIST(0, 1), LIST(2));
  op->options[0] = op->options[1] = 1;
  g->inputs = LIST(0, 1);
  g->outputs = LIST(2);
  test_graph *callee = test_add_graph(&m);
  test_add_tensor(callee, MOTE_FLOAT32, SHAPE(4));
  test_add_tensor(callee, MOTE_FLOAT32, SHAPE(4));
  test_add_op(callee, "EXP", LIST(0), LIST(1));
  callee->inputs = LIST(0);
  callee->outputs = LIST(1);
  return g;
}

static void test_branches(void) {
  branch();
  expect("a branch as it is", MOTE_OK, NOWHERE, NOWHERE);
  branch()->ops[0].options[0] = 2;
  expect("a subgraph that does not exist", MOTE_INDEX, 0, NOWHERE);
  branch()->ops[0].options[1] = -1;
  expect("a negative subgraph", MOTE_OPTION, 0, NOWHERE);
  branch()->tensors[0].dims[0] = 2;
  expect("two conditions", MOTE_SHAPE, 0, 0);
  branch()->ops[0].inputs = LIST(0);
  expect("fewer inputs than the subgraph has", MOTE_OPERANDS, 0, NOWHERE);
  branch();
  m.graphs[1].tensors[0].dims[0] = 8;
  expect("an input of another size", MOTE_SHAPE, 0, 1);
  branch();
  m.graphs[1].tensors[0].file.type = m.graphs[1].tensors[1].file.type = MOTE_INT32;
  m.graphs[1].ops[0] = (test_op){.op = test_find_op("ABS"), .inputs = LIST(0), .outputs = LIST(1)};
  expect("an input of another type", MOTE_TYPE, 0, 1);
  branch()->tensors[2].dims[0] = 8;
  expect("an output of another size", MOTE_SHAPE, 0, 2);
  branch()->ops[0].options[0] = 0;
  mote_buffer file = test_write(&m);
  mote_error error;
  CHECK(exercise_model(file.data, file.size, 1, &limits, &error) != MOTE_OK);
  mote_buffer_free(&file);
}

/* Subgraph 0: x 0 -> y 1 by WHILE with condition 1 and body 2; each of `count` int32. */
static void loop(uint32_t condition, uint32_t body, int32_t in_count, int32_t out_count) {
  static const int32_t zero;
  static const int32_t one[8] = {1, 1, 1, 1, 1, 1, 1, 1};
  test_model_clear(&m);
  test_graph *g = test_add_graph(&m);
  test_add_tensor(g, MOTE_INT32, SHAPE(in_count));
  test_add_tensor(g, MOTE_INT32, SHAPE(out_count));
  test_op *op = test_add_op(g, "WHILE", LIST(0), LIST(1));
  op->options[0] = (int32_t)condition;
  op->options[1] = (int32_t)body;
  g->inputs = LIST(0);
  g->outputs = LIST(1);
  test_graph *c = test_add_graph(&m);
  test_add_tensor(c, MOTE_INT32, SHAPE(in_count));
  c->outputs = LIST(test_add_constant(c, MOTE_BOOL, SHAPE(1), in_count == 3 ? (const void *)one : &zero));
  c->inputs = LIST(0);
  test_graph *b = test_add_graph(&m);
  test_add_tensor(b, MOTE_INT32, SHAPE(in_count));
  b->outputs = LIST(test_add_constant(b, MOTE_INT32, SHAPE(out_count), one));
  b->inputs = LIST(0);
}

static void test_loops(void) {
  loop(1, 2, 1, 1);
  expect("a loop as it is", MOTE_OK, NOWHERE, NOWHERE);
  loop(1, 2, 3, 3);
  expect("a loop without an end", MOTE_LOOP, 0, NOWHERE);
  loop(1, 2, 1, 8);
  expect("an output larger than its input", MOTE_SHAPE, 0, 1);
  loop(1, 2, 8, 1);
  expect("an output smaller than its input", MOTE_SHAPE, 0, 1);
  loop(1, 0, 1, 1);
  expect("a loop whose body is itself", MOTE_RECURSION, NOWHERE, NOWHERE);
  loop(2, 2, 1, 1);
  expect("a condition that is no bool", MOTE_TYPE, 0, NOWHERE);
  loop(3, 2, 1, 1);
  expect("a condition that does not exist", MOTE_INDEX, 0, NOWHERE);
}

/* Subgraph i calls subgraph i + 1. */
static void test_depth(void) {
  for (uint32_t depth = 8; depth <= 10; depth++) {
    test_model_clear(&m);
    for (uint32_t i = 0; i < depth; i++) {
      test_graph *g = test_add_graph(&m);
      if (i + 1 < depth) {
        test_add_op(g, "CALL_ONCE", EMPTY_LIST, EMPTY_LIST)->options[0] = (int32_t)i + 1;
      }
    }
    expect("calls", depth <= 9 ? MOTE_OK : MOTE_RECURSION, NOWHERE, NOWHERE);
  }
  test_model_clear(&m);
  for (int32_t i = 0; i < 3; i++) {
    test_add_op(test_add_graph(&m), "CALL_ONCE", EMPTY_LIST, EMPTY_LIST)->options[0] = i % 2 + 1;
  }
  expect("a circle", MOTE_RECURSION, NOWHERE, NOWHERE);
}

/* --- Resource variables ------------------------------------------------------------------------------------------- */

static int32_t add_handle(test_graph *g, const char *name, int32_t elements) {
  int32_t handle = test_add_tensor(g, MOTE_RESOURCE, SHAPE(elements));
  test_op *op = test_add_op(g, "VAR_HANDLE", EMPTY_LIST, LIST(handle));
  op->vectors[0] = (mote_tflite_option_vector){1, 1, (uint32_t)strlen(name), name};
  op->vector_count = 1;
  return handle;
}

static void test_handles(void) {
  test_model_clear(&m);
  test_graph *g = test_add_graph(&m);
  int32_t handle = add_handle(g, "v", 1000);
  test_add_op(g, "RESHAPE", LIST(handle), LIST(test_add_tensor(g, MOTE_RESOURCE, SHAPE(1000))));
  expect("a handle is computed with", MOTE_TYPE, 1, NOWHERE);

  test_model_clear(&m);
  g = test_add_graph(&m);
  int32_t x = test_add_tensor(g, MOTE_RESOURCE, SHAPE(1)), y = test_add_tensor(g, MOTE_FLOAT32, SHAPE(4));
  test_add_op(g, "READ_VARIABLE", LIST(x), LIST(y));
  g->inputs = LIST(x);
  expect("not the handle of a variable", MOTE_GRAPH, 0, (uint32_t)x);
}

/* The subgraph would copy one variable over the other, as many bytes as the handles claim to have. */
static void test_passed_handles(void) {
  for (uint32_t same = 0; same < 2; same++) {
    test_model_clear(&m);
    test_graph *g = test_add_graph(&m);
    int32_t condition = test_add_tensor(g, MOTE_BOOL, SHAPE(1));
    int32_t a = add_handle(g, "a", 4096), b = add_handle(g, same ? "a" : "b", 4096);
    for (uint32_t i = 0; i < 2; i++) {
      test_op *op = test_add_op(g, "IF", LIST(condition, i ? b : a), EMPTY_LIST);
      op->options[0] = op->options[1] = 1;
    }
    g->inputs = LIST(condition);
    test_graph *callee = test_add_graph(&m);
    int32_t handle = test_add_tensor(callee, MOTE_RESOURCE, SHAPE(4096));
    test_add_op(callee, "READ_VARIABLE", LIST(handle), LIST(test_add_tensor(callee, MOTE_FLOAT32, SHAPE(1))));
    callee->inputs = LIST(handle);
    expect("a subgraph for two variables", same ? MOTE_OK : MOTE_UNSUPPORTED_FEATURE, 3, (uint32_t)b);
  }
}

/* --- Offline plans ------------------------------------------------------------------------------------------------ */

static void plan(const int32_t *words, size_t count) {
  test_graph *g = unary("EXP");
  test_add_op(g, "LOG", LIST(1), LIST(test_add_tensor(g, MOTE_FLOAT32, SHAPE(4))));
  g->outputs = LIST(1, 2);
  m.metadata = (mote_tflite_metadata){"OfflineMemoryAllocation", words, count * sizeof *words};
}

static void test_offline_plans(void) {
  static const int32_t good[] = {1, 0, 3, 0, 16, 32}, free_places[] = {1, 0, 3, -1, 64, -1};
  static const int32_t overlapping[] = {1, 0, 3, 0, 8, 32}, misaligned[] = {1, 0, 3, 0, 20, 40};
  static const int32_t huge[] = {1, 0, 3, 0, 16, 0x7FFFFFF0}, negative[] = {1, 0, 3, 0, -16, 32};
  static const int32_t no_graph[] = {1, 9, 3, 0, 16, 32};
  plan(good, 6);
  expect("a good plan", MOTE_OK, NOWHERE, NOWHERE);
  plan(free_places, 6);
  expect("a plan for some", MOTE_OK, NOWHERE, NOWHERE);
  plan(overlapping, 6);
  expect("two tensors at one place", MOTE_PLAN, NOWHERE, 1);
  plan(misaligned, 6);
  expect("a place off the alignment", MOTE_PLAN, NOWHERE, 1);
  plan(huge, 6);
  expect("an offset beyond all memory", MOTE_PLAN, NOWHERE, 2);
  plan(negative, 6);
  expect("a negative offset", MOTE_PLAN, NOWHERE, 1);
  plan(no_graph, 6);
  expect("a subgraph that does not exist", MOTE_PLAN, NOWHERE, NOWHERE);
  for (size_t count = 1; count < 6; count++) {
    plan(good, count);
    expect("a plan that is too short", MOTE_PLAN, NOWHERE, NOWHERE);
  }
}

/* --- Claims ------------------------------------------------------------------------------------------------------- */

/* A file in which `graphs` subgraphs are one and the same, and so are its `tensors` tensors; its inputs are `inputs`
 * times the first of them: a few hundred KB that claim more than 32 bits can count. */
static void expect_claim(const char *name, uint32_t graphs, uint32_t tensors, uint32_t inputs) {
  mote_host_error error;
  mote_flat_writer w = {.error = &error};
  mote_flat_put_int(&w, 0, 4);
  mote_flat_put(&w, "TFL3", 4);
  mote_flat_table model = {.count = 0}, graph = {.count = 0}, tensor = {.count = 0};
  mote_flat_add(&model, MODEL_VERSION, 4, 3);
  mote_flat_add_reference(&model, MODEL_GRAPHS, true);
  mote_flat_put_table(&w, 0, &model);
  size_t all = mote_flat_put_vector(&w, mote_flat_field_position(&model, MODEL_GRAPHS), NULL, graphs, 4, 4);
  mote_flat_add_reference(&graph, GRAPH_TENSORS, true);
  mote_flat_add_reference(&graph, GRAPH_INPUTS, true);
  mote_flat_put_table(&w, all, &graph);
  mote_flat_put_vector(&w, mote_flat_field_position(&graph, GRAPH_INPUTS), NULL, inputs, 4, 4);
  size_t first = mote_flat_put_vector(&w, mote_flat_field_position(&graph, GRAPH_TENSORS), NULL, tensors, 4, 4);
  mote_flat_add(&tensor, 1, 1, 9);
  mote_flat_put_table(&w, first, &tensor);
  CHECK(!w.failed);
  mote_buffer file = {w.data, w.size};
  uint32_t graph_at = test_target(&file, (uint32_t)all), tensor_at = test_target(&file, (uint32_t)first);
  for (uint32_t i = 1; i < graphs; i++) {
    uint32_t position = (uint32_t)all + 4 * i;
    test_patch(&file, position, graph_at - position, 4);
  }
  for (uint32_t i = 1; i < tensors; i++) {
    uint32_t position = (uint32_t)first + 4 * i;
    test_patch(&file, position, tensor_at - position, 4);
  }
  expect_file(name, &file, MOTE_TOO_LARGE, NOWHERE, NOWHERE);
  free(w.data);
}

static void test_claims(void) {
  expect_claim("items that wrap around in bytes", 65534, 5462, 0);
  expect_claim("the same with fewer subgraphs", 5462, 65534, 0);
  expect_claim("items that wrap around in number", 65534, 65534, 0);
  expect_claim("operands that wrap around in bytes", 65534, 1, 8193);
  expect_claim("too many tensors in a subgraph", 1, 65535, 0);
}

/* Variables of 2^25 bytes each, 128 of them. */
static void test_variable_sizes(void) {
  static char names[128][12];
  static test_model big;
  test_model_clear(&big);
  test_graph *g = test_add_graph(&big);
  int32_t x = test_add_tensor(g, MOTE_INT8, SHAPE(1 << 25));
  g->inputs = LIST(x);
  for (int32_t i = 0; i < 7; i++) {
    snprintf(names[i], sizeof names[i], "%d", i);
    test_add_op(g, "ASSIGN_VARIABLE", LIST(add_handle(g, names[i], 1), x), EMPTY_LIST);
  }
  mote_buffer file = test_write(&big);
  mote_error error;
  CHECK(exercise_model(file.data, file.size, 1, &limits, &error) == MOTE_TOO_LARGE);
  mote_buffer_free(&file);
}

int main(void) {
  test_header();
  test_truncated();
  test_flipped_bits();
  test_hostile_words();
  test_vectors();
  test_root_and_vtables();
  test_indices();
  test_indices_in_the_file();
  test_shapes();
  test_types();
  test_quantization();
  test_operands();
  test_graphs();
  test_block_sizes();
  test_windows();
  test_convolutions();
  test_gather();
  test_axes();
  test_small_constants();
  test_branches();
  test_loops();
  test_depth();
  test_handles();
  test_passed_handles();
  test_offline_plans();
  test_claims();
  test_variable_sizes();
  return check_report();
}
