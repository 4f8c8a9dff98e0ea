/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Models put together by hand: plain data of fixed capacity that a test fills in, changes at will and writes as a file.
 *
 *     test_model_clear(&m);
 *     test_graph *g = test_add_graph(&m);
 *     int32_t x = test_add_tensor(g, MOTE_INT8, SHAPE(1, 4));
 *     test_add_op(g, "RELU", LIST(x), LIST(y));
 */
#ifndef MOTE_TESTS_SUPPORT_MODEL_H
#define MOTE_TESTS_SUPPORT_MODEL_H

#include "host/tflite_writer.h"

enum {
  TEST_MAX_GRAPHS = 12,
  TEST_MAX_TENSORS = 48,
  TEST_MAX_OPS = 16,
  TEST_MAX_OPERANDS = 24,
  TEST_MAX_RANK = MOTE_MAX_RANK + 1,
  TEST_MAX_SCALES = 40,
  TEST_MAX_VECTORS = 2
};

typedef struct test_tensor {
  mote_tflite_tensor file; /* what it points to below is set when the model is written; `data` is the test's */
  int32_t dims[TEST_MAX_RANK];
  float scales[TEST_MAX_SCALES];
  int64_t zero_points[TEST_MAX_SCALES];
} test_tensor;

typedef struct test_list {
  int32_t values[TEST_MAX_OPERANDS];
  uint32_t count;
} test_list;

typedef struct test_op {
  const mote_op *op;
  test_list inputs, outputs;
  int32_t options[MOTE_MAX_OPTIONS];
  bool has_options;
  mote_tflite_option_vector vectors[TEST_MAX_VECTORS];
  uint32_t vector_count;
} test_op;

typedef struct test_graph {
  test_tensor tensors[TEST_MAX_TENSORS];
  test_op ops[TEST_MAX_OPS];
  test_list inputs, outputs;
  uint32_t tensor_count, op_count;
} test_graph;

typedef struct test_model {
  test_graph graphs[TEST_MAX_GRAPHS];
  uint32_t graph_count;
  mote_tflite_metadata metadata;
  mote_tflite_signature signature; /* its key NULL: there is none */
} test_model;

#define SHAPE(...)                                                        \
  sizeof((int32_t[]){__VA_ARGS__}) / sizeof(int32_t), (const int32_t[]) { \
    __VA_ARGS__                                                           \
  }
#define SCALAR 0, NULL
#define LIST(...)                                                                        \
  (test_list) {                                                                          \
    .values = {__VA_ARGS__}, .count = sizeof((int32_t[]){__VA_ARGS__}) / sizeof(int32_t) \
  }
#define EMPTY_LIST \
  (test_list) {    \
    .count = 0     \
  }

void test_model_clear(test_model *model);
/* These end the program when there is no more room. Indices are of tensors. */
test_graph *test_add_graph(test_model *model);
int32_t test_add_tensor(test_graph *graph, mote_type type, uint32_t rank, const int32_t *dims);
int32_t test_add_constant(test_graph *graph, mote_type type, uint32_t rank, const int32_t *dims, const void *data);
/* One scale, one zero point. */
int32_t test_quantize(test_graph *graph, int32_t tensor, float scale, int64_t zero_point);
/* Every option has its default value. */
test_op *test_add_op(test_graph *graph, const char *name, test_list inputs, test_list outputs);
/* Of the library, by name; NULL: there is none. */
const mote_op *test_find_op(const char *name);
void test_set_option(test_op *op, const char *name, int32_t value);

/* The file, to be freed by mote_buffer_free(). Ends the program when it cannot be written. */
mote_buffer test_write(const test_model *model);

/* Where things stand in a file that was written here, to damage them: a table's field (0: it has none), what an offset
 * leads to, element `i` of a vector of tables. */
uint32_t test_field(const mote_buffer *file, uint32_t table, uint32_t slot);
uint32_t test_target(const mote_buffer *file, uint32_t position);
uint32_t test_element(const mote_buffer *file, uint32_t vector, uint32_t i);
uint32_t test_root(const mote_buffer *file);
void test_patch(mote_buffer *file, uint32_t position, uint32_t value, uint32_t bytes);

/* How many elements the tensor has. */
uint32_t test_count(const test_tensor *tensor);

#endif
