/* SPDX-License-Identifier: Apache-2.0 */
#include "generate.h"

#include <math.h>
#include <string.h>

/* --- Tensors ------------------------------------------------------------------------------------------------------ */

void generate_shape(generator *g, test_tensor *tensor) {
  static const uint8_t ranks[] = {0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4, 5, 6, 8};
  tensor->file.rank = ranks[random_below(&g->random, sizeof ranks)];
  for (uint32_t i = 0; i < tensor->file.rank; i++) {
    uint32_t most = tensor->file.rank > 4 ? 3 : 8;
    tensor->dims[i] = random_once_in(&g->random, 3) ? 1 : 1 + (int32_t)random_below(&g->random, most);
  }
  if (tensor->file.rank == 4 && random_below(&g->random, 4) > 0) {
    tensor->dims[0] = 1; /* an image */
  }
  if (tensor->file.rank > 0 && random_once_in(&g->random, 64)) {
    tensor->dims[random_below(&g->random, tensor->file.rank)] = 0;
  }
}

static bool is_quantizable(mote_type type) {
  return type == MOTE_INT8 || type == MOTE_UINT8 || type == MOTE_INT16 || type == MOTE_INT4;
}

void generate_quantization(generator *g, test_tensor *tensor) {
  static const float scales[] = {1.0f / 256, 1.0f / 128, 1.0f / 32768, 0.05f, 0.5f, 1.0f, 2.0f, 1e-4f, 3.7e-3f, 0.01f};
  static const float hostile[] = {0.0f, -1.0f, INFINITY, NAN, 1e-45f, 3e38f};
  random_source *r = &g->random;
  tensor->file.scale_count = tensor->file.zero_point_count = 0;
  if (!is_quantizable(tensor->file.type)) {
    return;
  }
  uint32_t count = 1;
  if (tensor->file.data && tensor->file.rank > 1 && random_once_in(r, 3)) {
    tensor->file.quantized_dimension = random_once_in(r, 2) ? (int32_t)tensor->file.rank - 1 : 0;
    count = (uint32_t)tensor->dims[tensor->file.quantized_dimension] % TEST_MAX_SCALES;
  }
  bool is_symmetric = tensor->file.data || tensor->file.type == MOTE_INT16;
  for (uint32_t i = 0; i < count; i++) {
    bool is_hostile = random_once_in(r, 128);
    tensor->scales[i] = is_hostile ? hostile[random_below(r, 6)] : scales[random_below(r, 10)];
    tensor->zero_points[i] = is_symmetric && random_below(r, 8) > 0 ? 0 : (int64_t)random_below(r, 256) - 128;
  }
  tensor->file.scale_count = count;
  tensor->file.zero_point_count = count;
}

static int64_t integer(generator *g, uint32_t kind, uint32_t i, uint32_t count) {
  const test_tensor *first = &g->model.graphs[0].tensors[0];
  switch (kind) {
  case 0: return random_below(&g->random, 4);
  case 1: return (int64_t)random_below(&g->random, 7) - 3;
  case 2: return i;
  case 3: return count - 1 - i;
  case 4: return i < first->file.rank ? first->dims[i] : 1;
  case 5: return 1;
  case 6: return 0;
  default: return (int64_t)random_bits(&g->random) >> random_below(&g->random, 64);
  }
}

static float number(generator *g) {
  static const float hostile[] = {INFINITY, -INFINITY, NAN, 3e38f, -3e38f, 1e-42f, 2147483648.0f, -0.0f};
  bool is_hostile = random_once_in(&g->random, 64);
  return is_hostile ? hostile[random_below(&g->random, 8)] : ((float)random_below(&g->random, 256) - 128) / 32;
}

void generate_data(generator *g, test_tensor *tensor) {
  uint32_t count = test_count(tensor), kind = random_below(&g->random, 8);
  uint32_t bytes = mote_type_bytes(tensor->file.type, count);
  tensor->file.data = NULL;
  if (count > GENERATE_DATA_BYTES || bytes > GENERATE_DATA_BYTES - g->data_bytes) {
    return;
  }
  uint8_t *data = g->data + g->data_bytes;
  for (uint32_t i = 0; i < count && tensor->file.type != MOTE_INT4; i++) {
    uint32_t element_bytes = mote_type_bytes(tensor->file.type, 1);
    int64_t value = integer(g, kind, i, count);
    float real = number(g);
    bool is_float = tensor->file.type == MOTE_FLOAT32;
    memcpy(data + i * element_bytes, is_float ? (const void *)&real : (const void *)&value, element_bytes);
  }
  if (is_quantizable(tensor->file.type) || tensor->file.type == MOTE_FLOAT16) {
    for (uint32_t i = 0; i < bytes; i++) {
      data[i] = (uint8_t)random_bits(&g->random);
    }
  }
  tensor->file.data = data;
  tensor->file.bytes = bytes;
  g->data_bytes += (bytes + 7) & ~7u;
}

/* --- Operators ---------------------------------------------------------------------------------------------------- */

static mote_type input_type(generator *g, const test_graph *graph, const test_op *op, uint32_t i) {
  mote_type type = i < 3 ? (mote_type)(g->kernel->types >> 4 * i & 15) : MOTE_NONE;
  if (type != MOTE_NONE) {
    return type;
  }
  if (i > 0 && op->inputs.values[0] >= 0 && random_below(&g->random, 3) > 0) {
    return graph->tensors[op->inputs.values[0]].file.type;
  }
  static const uint8_t types[] = {MOTE_INT8,  MOTE_FLOAT32, MOTE_INT32, MOTE_INT32, MOTE_INT16,
                                  MOTE_INT64, MOTE_BOOL,    MOTE_UINT8, MOTE_INT8,  MOTE_INT32};
  return random_once_in(&g->random, 64) ? (mote_type)random_below(&g->random, MOTE_TYPE_COUNT)
                                        : (mote_type)types[random_below(&g->random, sizeof types)];
}

/* An earlier tensor of the type; -1: there is none. */
static int32_t earlier_tensor(generator *g, const test_graph *graph, mote_type type) {
  uint32_t start = graph->tensor_count ? random_below(&g->random, graph->tensor_count) : 0;
  for (uint32_t i = 0; i < graph->tensor_count; i++) {
    uint32_t index = (start + i) % graph->tensor_count;
    if (graph->tensors[index].file.type == type) {
      return (int32_t)index;
    }
  }
  return -1;
}

static int32_t new_input(generator *g, test_graph *graph, const test_op *op, uint32_t i) {
  random_source *r = &g->random;
  mote_type type = input_type(g, graph, op, i);
  int32_t index = random_once_in(r, 2) ? earlier_tensor(g, graph, type) : -1;
  if (index >= 0) {
    return index;
  }
  index = test_add_tensor(graph, type, SCALAR);
  test_tensor *tensor = &graph->tensors[index];
  generate_shape(g, tensor);
  if (i > 0 && op->inputs.values[0] >= 0 && random_once_in(r, 2)) {
    const test_tensor *first = &graph->tensors[op->inputs.values[0]];
    tensor->file.rank = first->file.rank;
    memcpy(tensor->dims, first->dims, sizeof first->dims);
  } else if (i > 0 && random_once_in(r, 4)) {
    tensor->file.rank = 1;
    tensor->dims[0] = 1 + (int32_t)random_below(r, 8);
  }
  if (random_once_in(r, i == 0 ? 12 : 2)) {
    generate_data(g, tensor);
  } else if (random_once_in(r, 12)) {
    tensor->file.is_variable = true;
  }
  generate_quantization(g, tensor);
  return index;
}

/* Dimensions that are unlike each other, so that the error tells which is wrong. */
static int32_t new_output(generator *g, test_graph *graph, const test_op *op) {
  mote_type type = (mote_type)(g->kernel->types >> 12);
  if (type == MOTE_NONE) {
    type = op->inputs.count && op->inputs.values[0] >= 0 ? graph->tensors[op->inputs.values[0]].file.type : MOTE_INT32;
  }
  int32_t index = test_add_tensor(graph, type, SHAPE(11, 13, 17, 19));
  generate_quantization(g, &graph->tensors[index]);
  return index;
}

static int32_t random_option(generator *g, const mote_option *o) {
  random_source *r = &g->random;
  if (o->kind == MOTE_OPTION_FLOAT) {
    float value = number(g);
    int32_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
  }
  int32_t min = o->min == MOTE_OPTION_MIN ? -4 : o->min, max = o->max == MOTE_OPTION_MAX ? min + 7 : o->max;
  switch (random_below(r, 8)) {
  case 0: return o->otherwise;
  case 1: return random_once_in(r, 8) ? (int32_t)random_bits(r) : min;
  case 2: return random_once_in(r, 8) ? max + 1 : max;
  default: return min + (int32_t)random_below(r, (uint32_t)(max - min) + 1);
  }
}

static uint32_t operand_count(generator *g, uint32_t min, uint32_t max) {
  uint32_t more = max == MOTE_ANY_COUNT ? random_below(&g->random, 4) : random_below(&g->random, max - min + 1);
  return max > 8 && max != MOTE_ANY_COUNT && random_once_in(&g->random, 2) ? max : min + more;
}

/* Whether the model so far can be opened; g->error. */
static bool is_valid(generator *g) {
  mote_model model;
  mote_buffer file = test_write(&g->model);
  mote_status status = mote_open(&model, file.data, file.size, mote_all_kernels, &g->error);
  mote_buffer_free(&file);
  return status == MOTE_OK;
}

bool generate_op(generator *g, test_graph *graph) {
  enum { ATTEMPTS = 60 };
  random_source *r = &g->random;
  uint32_t kernel_count = 0, tensor_count = graph->tensor_count;
  while (mote_all_kernels[kernel_count] && mote_all_kernels[kernel_count]->op->code != MOTE_METADATA) {
    kernel_count++;
  }
  g->kernel = mote_all_kernels[random_below(r, kernel_count > 256 ? kernel_count : 256) % kernel_count];
  test_op *op = test_add_op(graph, g->kernel->op->name, EMPTY_LIST, EMPTY_LIST);
  op->op = g->kernel->op;
  uint32_t input_count = operand_count(g, op->op->min_inputs, op->op->max_inputs);
  for (uint32_t i = 0; i < input_count; i++) {
    bool is_absent = i >= op->op->min_inputs && random_once_in(r, 4);
    op->inputs.values[i] = is_absent ? -1 : new_input(g, graph, op, i);
    op->inputs.count++;
  }
  op->outputs.count = operand_count(g, op->op->min_outputs, op->op->max_outputs);
  for (uint32_t i = 0; i < op->outputs.count; i++) {
    op->outputs.values[i] = new_output(g, graph, op);
  }
  for (uint32_t i = 0; i < op->op->option_count; i++) {
    op->options[i] = random_option(g, &op->op->options[i]);
  }
  op->has_options = random_below(r, 16) > 0;
  for (uint32_t i = 0; i < ATTEMPTS; i++) {
    if (is_valid(g)) {
      return true;
    }
    if (!generate_repair(g, graph)) {
      break;
    }
  }
  graph->op_count--;
  memset(&graph->ops[graph->op_count], 0, sizeof *graph->ops);
  memset(&graph->tensors[tensor_count], 0, (graph->tensor_count - tensor_count) * sizeof *graph->tensors);
  graph->tensor_count = tensor_count;
  return false;
}

/* --- Graphs ------------------------------------------------------------------------------------------------------- */

static bool contains(const test_list *list, int32_t value) {
  for (uint32_t i = 0; i < list->count; i++) {
    if (list->values[i] == value) {
      return true;
    }
  }
  return false;
}

static void append(test_list *list, int32_t value) {
  if (list->count < TEST_MAX_OPERANDS && !contains(list, value)) {
    list->values[list->count++] = value;
  }
}

/* Inputs: what no operator writes. Outputs: what operators write, or all but a few of it. */
static void find_ends(generator *g, test_graph *graph) {
  test_list written = EMPTY_LIST;
  for (uint32_t i = 0; i < graph->op_count; i++) {
    for (uint32_t k = 0; k < graph->ops[i].outputs.count; k++) {
      append(&written, graph->ops[i].outputs.values[k]);
    }
  }
  for (uint32_t i = 0; i < graph->tensor_count; i++) {
    const mote_tflite_tensor *t = &graph->tensors[i].file;
    if (!t->data && !t->is_variable && !contains(&written, (int32_t)i)) {
      append(&graph->inputs, (int32_t)i);
    }
  }
  for (uint32_t i = 0; i < written.count; i++) {
    if (i + 1 == written.count || random_once_in(&g->random, 3)) {
      append(&graph->outputs, written.values[i]);
    }
  }
}

/* A copy of the tensor without contents. */
static int32_t copy_tensor(test_graph *to, const test_tensor *tensor) {
  int32_t index = test_add_tensor(to, tensor->file.type, SCALAR);
  to->tensors[index] = *tensor;
  to->tensors[index].file.data = NULL;
  to->tensors[index].file.is_variable = false;
  return index;
}

/* Moves the main graph to subgraph 1; subgraph 0 shall call it, with inputs and outputs like its own. */
static test_graph *make_callee(generator *g) {
  test_graph *callee = test_add_graph(&g->model);
  test_graph *caller = &g->model.graphs[0];
  *callee = *caller;
  memset(caller, 0, sizeof *caller);
  for (uint32_t i = 0; i < callee->inputs.count; i++) {
    append(&caller->inputs, copy_tensor(caller, &callee->tensors[callee->inputs.values[i]]));
  }
  return callee;
}

static void call_by_if(generator *g) {
  const test_graph *callee = make_callee(g);
  test_graph *caller = &g->model.graphs[0];
  test_list inputs = EMPTY_LIST;
  append(&inputs, test_add_tensor(caller, MOTE_BOOL, SCALAR));
  for (uint32_t i = 0; i < callee->inputs.count; i++) {
    append(&inputs, caller->inputs.values[i]);
  }
  append(&caller->inputs, inputs.values[0]);
  for (uint32_t i = 0; i < callee->outputs.count; i++) {
    append(&caller->outputs, copy_tensor(caller, &callee->tensors[callee->outputs.values[i]]));
  }
  test_op *op = test_add_op(caller, "IF", inputs, caller->outputs);
  op->options[0] = op->options[1] = 1;
}

/* The callee goes round until a counter, its last input, has reached a number. */
static void call_by_while(generator *g) {
  static const int32_t one = 1;
  static const int32_t limits[] = {0, 1, 3, INT32_MAX};
  const int32_t *limit = &limits[random_once_in(&g->random, 32) ? 3 : random_below(&g->random, 3)];
  test_graph *body = make_callee(g);
  test_graph *caller = &g->model.graphs[0];
  int32_t counter = test_add_tensor(body, MOTE_INT32, SCALAR), next = test_add_tensor(body, MOTE_INT32, SCALAR);
  append(&body->inputs, counter);
  append(&caller->inputs, test_add_tensor(caller, MOTE_INT32, SCALAR));
  test_add_op(body, "ADD", LIST(counter, test_add_constant(body, MOTE_INT32, SCALAR, &one)), LIST(next));
  test_list written = body->outputs;
  body->outputs = body->inputs;
  for (uint32_t i = 0; i < body->inputs.count; i++) {
    const test_tensor *x = &body->tensors[body->inputs.values[i]];
    for (uint32_t k = 0; k < written.count; k++) {
      const test_tensor *y = &body->tensors[written.values[k]];
      if (x->file.type == y->file.type && test_count(x) == test_count(y)) {
        body->outputs.values[i] = written.values[k];
      }
    }
  }
  body->outputs.values[body->outputs.count - 1] = next;
  test_graph *condition = test_add_graph(&g->model);
  for (uint32_t i = 0; i < body->inputs.count; i++) {
    append(&condition->inputs, copy_tensor(condition, &body->tensors[body->inputs.values[i]]));
    append(&caller->outputs, copy_tensor(caller, &body->tensors[body->inputs.values[i]]));
  }
  append(&condition->outputs, test_add_tensor(condition, MOTE_BOOL, SCALAR));
  int32_t end = test_add_constant(condition, MOTE_INT32, SCALAR, limit);
  test_add_op(condition, "LESS", LIST(condition->inputs.values[condition->inputs.count - 1], end), condition->outputs);
  test_op *op = test_add_op(caller, "WHILE", caller->inputs, caller->outputs);
  op->options[0] = 2;
  op->options[1] = 1;
}

/* The first input goes through a resource variable on its way. */
static void add_variable(test_graph *graph) {
  if (graph->inputs.count == 0 || graph->op_count + 3 > TEST_MAX_OPS || graph->tensor_count + 2 > TEST_MAX_TENSORS) {
    return;
  }
  int32_t x = graph->inputs.values[0];
  int32_t handle = test_add_tensor(graph, MOTE_RESOURCE, SHAPE(1));
  int32_t y = copy_tensor(graph, &graph->tensors[x]);
  test_op *open = test_add_op(graph, "VAR_HANDLE", EMPTY_LIST, LIST(handle));
  open->vectors[open->vector_count++] = (mote_tflite_option_vector){1, 1, 1, "v"};
  test_add_op(graph, "ASSIGN_VARIABLE", LIST(handle, x), EMPTY_LIST);
  test_add_op(graph, "READ_VARIABLE", LIST(handle), LIST(y));
  append(&graph->outputs, y);
}

/* Offsets for the tensors of subgraph 0, at least in part good ones. */
static void add_offline_plan(generator *g) {
  uint32_t count = g->model.graphs[0].tensor_count;
  int32_t *words = (int32_t *)(void *)(g->data + g->data_bytes);
  size_t bytes = (3 + (size_t)count) * 4;
  if (bytes > GENERATE_DATA_BYTES - g->data_bytes) {
    return;
  }
  words[0] = 1;
  words[1] = 0;
  words[2] = (int32_t)count;
  for (uint32_t i = 0; i < count; i++) {
    bool is_good = random_below(&g->random, 16) > 0;
    words[3 + i] = random_once_in(&g->random, 3) ? -1 : is_good ? (int32_t)i * 1024 : (int32_t)random_bits(&g->random);
  }
  g->model.metadata = (mote_tflite_metadata){"OfflineMemoryAllocation", words, bytes};
  g->data_bytes += (uint32_t)(bytes + 7) & ~7u;
}

void generate_model(generator *g) {
  enum { CHAIN_OPS = 5, CHAIN_TENSORS = TEST_MAX_TENSORS - 20 };
  random_source *r = &g->random;
  test_model_clear(&g->model);
  g->data_bytes = 0;
  test_graph *graph = test_add_graph(&g->model);
  uint32_t op_count = random_once_in(r, 3) ? 2 + random_below(r, CHAIN_OPS - 1) : 1;
  for (uint32_t i = 0; i < op_count && graph->tensor_count < CHAIN_TENSORS; i++) {
    generate_op(g, graph);
  }
  find_ends(g, graph);
  if (random_once_in(r, 12)) {
    add_variable(graph);
  }
  switch (random_below(r, 24)) {
  case 0: call_by_if(g); break;
  case 1: call_by_while(g); break;
  case 2: add_offline_plan(g); break;
  default: break;
  }
  static const mote_tflite_name input = {"x", 0};
  g->model.signature = (mote_tflite_signature){"serving_default", 0, &input, 1, NULL, 0};
}

/* --- Damage ------------------------------------------------------------------------------------------------------- */

void generate_damage(random_source *r, mote_buffer *file) {
  static const uint32_t words[] = {0, 1, 2, 0xFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF};
  uint32_t count = 1 + random_below(r, 4);
  for (uint32_t i = 0; i < count && file->size >= 8; i++) {
    uint32_t words_in_file = (uint32_t)file->size / 4;
    uint32_t position = 4 * random_below(r, words_in_file);
    uint32_t from = 4 * random_below(r, words_in_file);
    uint32_t byte = position + random_below(r, 4);
    switch (random_below(r, 5)) {
    case 0: test_patch(file, position, words[random_below(r, 8)], 4); break;
    case 1: test_patch(file, byte, file->data[byte] + random_below(r, 9) - 4, 1); break;
    case 2: test_patch(file, byte, random_byte(r), 1); break;
    case 3: memmove(file->data + position, file->data + from, 4); break;
    default: test_patch(file, position, random_below(r, (uint32_t)file->size), 4); break;
    }
  }
}
