/* SPDX-License-Identifier: Apache-2.0 */
/* Models of one operator, for tests of operators with data written out. */
#ifndef MOTE_TESTS_OPS_ONE_OPERATOR_H
#define MOTE_TESTS_OPS_ONE_OPERATOR_H

#include "../host/check.h"
#include "host/tflite_writer.h"

enum { MAX_OPERANDS = 8 };

/* A tensor and its elements: of a constant, an input, or what an output has to be. */
typedef struct {
  mote_type type;
  bool is_constant;
  uint32_t rank;
  int32_t dims[4];
  const void *data;
  float scale; /* 0: not quantised */
  int64_t zero_point;
} operand;

/* `data` are the elements written out, e.g. INPUT(MOTE_INT32, VECTOR(3), (int32_t[]){1, 2, 3}). */
#define SCALAR \
  0, {         \
    0          \
  }
#define VECTOR(a) \
  1, {            \
    a             \
  }
#define MATRIX(a, b) \
  2, {               \
    a, b             \
  }
#define CUBE(a, b, c) \
  3, {                \
    a, b, c           \
  }
#define INPUT(type, shape, ...) \
  { type, false, shape, __VA_ARGS__, 0.0f, 0 }
#define CONSTANT(type, shape, ...) \
  { type, true, shape, __VA_ARGS__, 0.0f, 0 }

typedef struct {
  const mote_kernel *kernel;
  const int32_t *options; /* NULL: defaults */
  operand x[MAX_OPERANDS];
  uint32_t x_count;
  operand y[2];
  uint32_t y_count;
} one_operator;

static inline size_t operand_bytes(const operand *o) {
  uint32_t count = 1;
  for (uint32_t d = 0; d < o->rank; d++) {
    count *= (uint32_t)o->dims[d];
  }
  return mote_type_bytes(o->type, count);
}

static inline void describe_operand(const operand *o, bool is_output, mote_tflite_tensor *t) {
  memset(t, 0, sizeof *t);
  t->type = o->type;
  t->rank = o->rank;
  t->dims = o->dims;
  if (o->is_constant && !is_output) {
    t->data = o->data;
    t->bytes = operand_bytes(o);
  }
  if (o->scale > 0) {
    t->scales = &o->scale;
    t->scale_count = 1;
    t->zero_points = &o->zero_point;
    t->zero_point_count = 1;
  }
}

static inline bool write_model(const one_operator *c, mote_buffer *file) {
  mote_tflite_tensor tensors[MAX_OPERANDS + 2];
  int32_t inputs[MAX_OPERANDS], outputs[2], operands[MAX_OPERANDS];
  uint32_t input_count = 0;
  for (uint32_t i = 0; i < c->x_count; i++) {
    describe_operand(&c->x[i], false, &tensors[i]);
    operands[i] = (int32_t)i;
    if (!c->x[i].is_constant) {
      inputs[input_count++] = (int32_t)i;
    }
  }
  for (uint32_t i = 0; i < c->y_count; i++) {
    describe_operand(&c->y[i], true, &tensors[c->x_count + i]);
    outputs[i] = (int32_t)(c->x_count + i);
  }
  const mote_tflite_operator op = {.op = c->kernel->op,
                                   .inputs = operands,
                                   .input_count = c->x_count,
                                   .outputs = outputs,
                                   .output_count = c->y_count,
                                   .options = c->options};
  const mote_tflite_subgraph graph = {.tensors = tensors,
                                      .tensor_count = c->x_count + c->y_count,
                                      .operators = &op,
                                      .operator_count = 1,
                                      .inputs = inputs,
                                      .input_count = input_count,
                                      .outputs = outputs,
                                      .output_count = c->y_count};
  const mote_tflite_model model = {.subgraphs = &graph, .subgraph_count = 1};
  mote_host_error error = {""};
  return mote_tflite_write(&model, file, &error);
}

static inline mote_status invoke(const one_operator *c, const mote_model *model, mote_error *error) {
  enum { ARENA_BYTES = 1 << 16 };
  mote_instance *net;
  uint8_t *arena = malloc(ARENA_BYTES);
  if (!arena) {
    abort();
  }
  memset(arena, 0xA5, ARENA_BYTES);
  mote_status status = mote_create(&net, model, arena, ARENA_BYTES, error);
  uint32_t input = 0;
  for (uint32_t i = 0; status == MOTE_OK && i < c->x_count; i++) {
    mote_tensor t;
    if (!c->x[i].is_constant && mote_input(net, input++, &t) == MOTE_OK) {
      memcpy(t.data, c->x[i].data, t.bytes);
    }
  }
  status = status == MOTE_OK ? mote_invoke(net, error) : status;
  for (uint32_t i = 0; status == MOTE_OK && i < c->y_count; i++) {
    mote_tensor t;
    CHECK(mote_output(net, i, &t) == MOTE_OK);
    if (!CHECK(memcmp(t.data, c->y[i].data, t.bytes) == 0)) {
      fprintf(stderr, "  output %u of %s\n", (unsigned)i, mote_kernel_name(c->kernel));
    }
  }
  free(arena);
  return status;
}

/* Opens and runs the model, compares the outputs if it works. */
static inline mote_status run_operator(const one_operator *c) {
  mote_buffer file = {0};
  mote_model model;
  mote_error error = {.status = MOTE_OK};
  const mote_kernel *const kernels[] = {c->kernel, NULL};
  if (!CHECK(write_model(c, &file))) {
    return MOTE_ARGUMENT;
  }
  mote_status status = mote_open(&model, file.data, file.size, kernels, &error);
  if (status == MOTE_OK) {
    status = invoke(c, &model, &error);
  }
  mote_buffer_free(&file);
  return status;
}

static inline void check_operator(const one_operator *c, mote_status expected, int line) {
  mote_status status = run_operator(c);
  if (!check_that(status == expected, mote_status_text(status), __FILE__, line)) {
    fprintf(stderr, "  %s\n", mote_kernel_name(c->kernel));
  }
}

/* The operator computes what its outputs say. */
#define CHECK_OPERATOR(...)        check_operator(&(const one_operator){__VA_ARGS__}, MOTE_OK, __LINE__)
/* It is refused, when the model is opened or at run time. */
#define CHECK_REFUSED(status, ...) check_operator(&(const one_operator){__VA_ARGS__}, status, __LINE__)

#endif
