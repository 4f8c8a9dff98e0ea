/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "generate.h"

static const test_tensor *first_input(const test_graph *graph, const test_op *op) {
  return op->inputs.count && op->inputs.values[0] >= 0 ? &graph->tensors[op->inputs.values[0]] : NULL;
}

/* Constants have as many elements as their shape says. */
static void refill(generator *g, test_tensor *t) {
  if (t->file.data) {
    generate_data(g, t);
  }
}

/* --- Shapes ------------------------------------------------------------------------------------------------------- */

static bool set_rank(test_tensor *t, uint32_t rank) {
  static const int32_t unlike[] = {11, 13, 17, 19, 23};
  static const int32_t unlike_small[] = {2, 3, 4, 5, 6, 7, 8, 9};
  if (rank > MOTE_MAX_RANK) {
    return false;
  }
  t->file.rank = rank;
  for (uint32_t i = 0; i < rank; i++) {
    t->dims[i] = rank <= 5 ? unlike[i] : unlike_small[i];
  }
  return true;
}

static bool set_dimension(test_tensor *t, int32_t from, int32_t to) {
  for (uint32_t i = 0; i < t->file.rank; i++) {
    if (t->dims[i] == from) {
      t->dims[i] = to;
      return true;
    }
  }
  return false;
}

/* The loader compares an output's rank first, then the dimensions in their order. */
static bool repair_output_shape(generator *g, test_tensor *t) {
  uint32_t needed = g->error.needed, available = g->error.available;
  if (needed > 4096) {
    return false;
  }
  if (available == t->file.rank && needed != t->file.rank && !set_dimension(t, (int32_t)available, (int32_t)needed)) {
    return set_rank(t, needed);
  }
  return set_dimension(t, (int32_t)available, (int32_t)needed) || set_rank(t, random_below(&g->random, 5));
}

static void repair_input_shape(generator *g, const test_graph *graph, const test_op *op, test_tensor *t) {
  uint32_t needed = g->error.needed, available = g->error.available;
  const test_tensor *first = first_input(graph, op);
  uint32_t kind = random_below(&g->random, 8);
  if (kind < 4 && needed < 64 && set_dimension(t, (int32_t)available, (int32_t)needed)) {
  } else if (kind < 6 && needed <= MOTE_MAX_RANK && needed != t->file.rank) {
    for (; t->file.rank < needed; t->file.rank++) {
      t->dims[t->file.rank] = 1 + (int32_t)random_below(&g->random, 4);
    }
    t->file.rank = needed;
  } else if (kind == 6 && first && first != t) {
    t->file.rank = first->file.rank;
    memcpy(t->dims, first->dims, sizeof first->dims);
  } else if (kind == 7 && needed <= 256) {
    t->file.rank = 1;
    t->dims[0] = (int32_t)needed;
  } else {
    generate_shape(g, t);
  }
  refill(g, t);
}

/* --- The rest ----------------------------------------------------------------------------------------------------- */

static void repair_quantization(generator *g, const test_graph *graph, const test_op *op, test_tensor *t) {
  random_source *r = &g->random;
  const test_tensor *first = first_input(graph, op);
  uint32_t needed = g->error.needed;
  if (t->file.scale_count == 0) {
    t->file.scale_count = t->file.zero_point_count = 1;
    t->scales[0] = 0.25f;
  }
  float needed_scale;
  memcpy(&needed_scale, &needed, sizeof needed);
  bool is_scale = needed_scale > 1e-9f && needed_scale < 1e9f, is_zero_point = (int32_t)needed < -1;
  uint32_t kind = random_below(r, 8);
  if (random_below(r, 4) > 0) {
    kind = is_scale ? 3 : is_zero_point ? 2 : kind;
  }
  switch (kind) {
  case 0:
    t->file.scale_count = needed % (TEST_MAX_SCALES + 1);
    t->file.zero_point_count = 1;
    for (uint32_t i = 0; i < t->file.scale_count; i++) {
      t->scales[i] = 0.01f * (float)(i + 1);
    }
    break;
  case 1: t->file.quantized_dimension = (int32_t)(needed & 7); break;
  case 2: t->zero_points[0] = (int32_t)needed; break;
  case 3: t->scales[0] = needed_scale; break;
  case 4: memset(t->zero_points, 0, sizeof t->zero_points); break;
  case 5:
    if (first) {
      t->scales[0] = first->scales[0];
      t->zero_points[0] = first->zero_points[0];
    }
    break;
  case 6:
    t->file.scale_count = t->file.zero_point_count = 1;
    t->scales[0] = random_once_in(r, 2) ? 1.0f / 256 : random_once_in(r, 2) ? 1.0f / 128 : 1.0f / 32768;
    t->zero_points[0] = random_once_in(r, 2) ? -128 : 0;
    if (t->file.type == MOTE_INT16 && random_once_in(r, 2)) {
      t->scales[0] = 1.0f / 65536;
      t->zero_points[0] = INT16_MIN;
    }
    break;
  default: generate_quantization(g, t); break;
  }
}

/* The option that the error names, one that has the value it complains of, or the contents of a constant, or any option. */
static bool repair_option(generator *g, test_graph *graph, test_op *op) {
  random_source *r = &g->random;
  uint32_t count = op->op->option_count;
  op->has_options = true;
  for (uint32_t i = 0; i < count; i++) {
    if (op->op->options[i].name == g->error.text) {
      op->options[i] = (int32_t)g->error.needed;
      return true;
    }
  }
  for (uint32_t i = 0; i < count && random_once_in(r, 2); i++) {
    if (op->options[i] == (int32_t)g->error.available) {
      op->options[i] = (int32_t)g->error.needed;
      return true;
    }
  }
  for (uint32_t i = 0; i < op->inputs.count && random_once_in(r, 2); i++) {
    int32_t index = op->inputs.values[i];
    if (index >= 0 && graph->tensors[index].file.data && graph->tensors[index].file.scale_count == 0) {
      generate_data(g, &graph->tensors[index]);
      return true;
    }
  }
  if (count > 0) {
    uint32_t i = random_below(r, count);
    op->options[i] = random_once_in(r, 2) ? op->op->options[i].otherwise : (int32_t)random_below(r, 4);
  }
  return count > 0;
}

/* A constant where there was none, none where there was one, or another: an axis, a shape, a number for each dimension, two
 * for each. */
static void repair_constant(generator *g, const test_graph *graph, const test_op *op, test_tensor *t) {
  const test_tensor *first = first_input(graph, op);
  int32_t rank = first ? (int32_t)first->file.rank : 1;
  t->file.is_variable = false;
  uint32_t kind = random_below(&g->random, 8);
  if (kind == 0 && t->file.data) {
    t->file.data = NULL;
    return;
  }
  if (kind >= 3) {
    t->file.type = random_once_in(&g->random, 8) ? MOTE_INT64 : MOTE_INT32;
    t->file.scale_count = 0;
    t->file.rank = kind == 3 ? 0 : kind == 7 ? 2 : 1;
    t->dims[0] = kind == 6 ? (int32_t)op->outputs.count : kind == 5 ? rank - 2 : rank;
    t->dims[0] = t->dims[0] < 0 ? 1 : t->dims[0];
    t->dims[1] = 2;
  }
  generate_data(g, t);
}

static bool repair_tensor(generator *g, test_graph *graph, test_op *op, uint32_t index) {
  test_tensor *t = &graph->tensors[index];
  bool is_output = false;
  for (uint32_t i = 0; i < op->outputs.count; i++) {
    is_output = is_output || op->outputs.values[i] == (int32_t)index;
  }
  switch (g->error.status) {
  case MOTE_SHAPE:
    if (is_output && random_below(&g->random, 8) > 0) {
      return repair_output_shape(g, t);
    }
    repair_input_shape(g, graph, op, t);
    return true;
  case MOTE_TYPE:
    t->file.type = g->error.needed < MOTE_TYPE_COUNT ? (mote_type)g->error.needed : MOTE_INT32;
    refill(g, t);
    generate_quantization(g, t);
    return true;
  case MOTE_QUANTIZATION: repair_quantization(g, graph, op, t); return true;
  case MOTE_CONSTANT:
  case MOTE_UNSUPPORTED_FEATURE: repair_constant(g, graph, op, t); return true;
  case MOTE_OPERANDS:
    t->file.is_variable = true;
    t->file.data = NULL;
    return true;
  case MOTE_TOO_LARGE:
    generate_shape(g, t);
    refill(g, t);
    return true;
  default:
    if (t->file.data && random_once_in(&g->random, 2)) {
      repair_constant(g, graph, op, t);
      return true;
    }
    refill(g, t);
    return repair_option(g, graph, op) || t->file.data != NULL;
  }
}

/* Repairs of types may have led away from those of the kernel. */
static bool restore_types(const generator *g, test_graph *graph, test_op *op) {
  for (uint32_t i = 0; i < 4; i++) {
    mote_type type = (mote_type)(g->kernel->types >> 4 * i & 15);
    const test_list *list = i < 3 ? &op->inputs : &op->outputs;
    int32_t index = i % 3 < list->count || i == 3 ? list->values[i % 3] : -1;
    if (type != MOTE_NONE && index >= 0) {
      graph->tensors[index].file.type = type;
    }
  }
  return true;
}

/* An optional input that there should not be. */
static bool remove_input(test_op *op, uint32_t tensor) {
  for (uint32_t i = op->op->min_inputs; i < op->inputs.count; i++) {
    if (op->inputs.values[i] == (int32_t)tensor) {
      op->inputs.values[i] = -1;
      return true;
    }
  }
  return false;
}

bool generate_repair(generator *g, test_graph *graph) {
  test_op *op = &graph->ops[graph->op_count - 1];
  test_list *list = op->inputs.count == 0 || random_once_in(&g->random, 4) ? &op->outputs : &op->inputs;
  uint32_t any = list->count ? random_below(&g->random, list->count) : 0;
  if (g->error.status == MOTE_OPTION && (g->error.tensor == MOTE_NOWHERE || random_once_in(&g->random, 2))) {
    return repair_option(g, graph, op);
  }
  if (g->error.status == MOTE_UNSUPPORTED_TYPE) {
    return restore_types(g, graph, op);
  }
  if (g->error.status == MOTE_UNSUPPORTED_FEATURE && random_once_in(&g->random, 2) &&
      remove_input(op, g->error.tensor)) {
    return true;
  }
  if (g->error.tensor < graph->tensor_count) {
    return repair_tensor(g, graph, op, g->error.tensor);
  }
  if (g->error.status == MOTE_SHAPE && list->count > 0 && list->values[any] >= 0) {
    return repair_tensor(g, graph, op, (uint32_t)list->values[any]);
  }
  return false;
}
