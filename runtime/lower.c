/* SPDX-License-Identifier: Apache-2.0 */
#include "lower.h"

#include <string.h>

mote_status mote_fail_at(mote_error *error, mote_status status, uint32_t subgraph, uint32_t op, uint32_t tensor,
                         uint32_t needed, uint32_t available, const char *text) {
  if (error) {
    mote_error e = {status, (uint16_t)subgraph, (uint16_t)op, (uint16_t)tensor, needed, available, text};
    *error = e;
  }
  return status;
}

mote_status mote_lower_fail(mote_lowering *l, mote_status status, const mote_tensor *tensor, uint32_t needed,
                            uint32_t available, const char *text) {
  uint32_t index = tensor ? tensor->index : (uint32_t)MOTE_NOWHERE;
  mote_lowerer *w = mote_lowerer_of(l);
  return mote_fail_at(w->error, status, w->graph.index, l->op, index, needed, available, text);
}

/* --- Operands ----------------------------------------------------------------------------------------------------- */

mote_status mote_lower_operand(const mote_model *model, const mote_graph_view *graph, mote_vector operands, uint32_t i,
                               mote_tensor *tensor) {
  int32_t index = i < operands.count ? mote_model_index(model, operands, i) : -1;
  if (index == -1) {
    memset(tensor, 0, sizeof *tensor);
    tensor->index = MOTE_NOWHERE;
    return MOTE_OK;
  }
  return mote_model_tensor(model, graph, (uint32_t)index, tensor);
}

void mote_lower_input(const mote_lowering *l, uint32_t i, mote_tensor *tensor) {
  const mote_lowerer *w = (const mote_lowerer *)l;
  mote_lower_operand(l->model, &w->graph, w->view.inputs, i, tensor);
}

void mote_lower_output(const mote_lowering *l, uint32_t i, mote_tensor *tensor) {
  const mote_lowerer *w = (const mote_lowerer *)l;
  mote_lower_operand(l->model, &w->graph, w->view.outputs, i, tensor);
}

/* Every operand can be decoded, absent ones are optional inputs, and nothing writes to a constant. */
static mote_status check_operands(mote_lowering *l) {
  const mote_op *op = l->kernel->op;
  mote_lowerer *w = mote_lowerer_of(l);
  uint32_t empty_outputs = 0;
  bool reads_nothing = false;
  w->has_handles = false;
  MOTE_CHECK(l, l->input_count >= op->min_inputs, MOTE_OPERANDS, NULL, op->min_inputs, l->input_count,
             "too few inputs");
  MOTE_CHECK(l, l->input_count <= op->max_inputs || op->max_inputs == MOTE_ANY_COUNT, MOTE_OPERANDS, NULL,
             op->max_inputs, l->input_count, "too many inputs");
  MOTE_CHECK(l, l->output_count >= op->min_outputs, MOTE_OPERANDS, NULL, op->min_outputs, l->output_count,
             "too few outputs");
  MOTE_CHECK(l, l->output_count <= op->max_outputs || op->max_outputs == MOTE_ANY_COUNT, MOTE_OPERANDS, NULL,
             op->max_outputs, l->output_count, "too many outputs");
  for (uint32_t i = 0; i < l->input_count + l->output_count; i++) {
    bool is_output = i >= l->input_count;
    mote_vector operands = is_output ? w->view.outputs : w->view.inputs;
    uint32_t number = is_output ? i - l->input_count : i;
    mote_tensor t;
    mote_status status = mote_lower_operand(l->model, &w->graph, operands, number, &t);
    MOTE_CHECK(l, status == MOTE_OK || t.index != MOTE_NOWHERE, status, NULL, w->graph.tensors.count,
               mote_model_index(l->model, operands, number), "an operand is a tensor that does not exist");
    MOTE_CHECK(l, status == MOTE_OK, status, &t, 0, 0, "the operand cannot be decoded");
    bool optional = !is_output && i >= op->min_inputs;
    MOTE_CHECK(l, t.type != MOTE_NONE || optional, MOTE_OPERANDS, NULL, i, 0, "an operand that is required is absent");
    MOTE_CHECK(l, !is_output || !t.is_constant, MOTE_CONSTANT, &t, 0, 0, "an operator writes to a constant");
    if (t.type == MOTE_RESOURCE) {
      w->has_handles = true;
    } else if (t.bytes == 0 && !t.is_constant && t.type != MOTE_NONE) {
      empty_outputs += is_output;
      reads_nothing = reads_nothing || i == 0;
    }
  }
  /* Kernels rely on operands with elements; an operator that produces none does not run at all. */
  w->is_skipped = empty_outputs > 0 && empty_outputs == l->output_count;
  MOTE_CHECK(l, w->is_skipped || !(reads_nothing || empty_outputs), MOTE_SHAPE, NULL, 1, 0,
             "operands without elements");
  return MOTE_OK;
}

/* --- Kernel and options ------------------------------------------------------------------------------------------- */

static bool same_op(const mote_model *model, const mote_operator_view *view, const mote_op *op) {
  mote_reader r = mote_model_reader(model);
  return op->code == view->code && op->code != MOTE_METADATA &&
         (op->code != MOTE_CUSTOM || mote_read_is(&r, view->custom_name, op->name));
}

uint32_t mote_operator_types(const mote_model *model, const mote_graph_view *graph, const mote_operator_view *view) {
  uint32_t types = 0;
  for (uint32_t i = 0; i < 4; i++) {
    mote_tensor t;
    if (i < 3) {
      mote_lower_operand(model, graph, view->inputs, i, &t);
    } else {
      mote_lower_operand(model, graph, view->outputs, 0, &t);
    }
    types |= (uint32_t)t.type << (4 * i);
  }
  return types;
}

/* A kernel's MOTE_NONE takes any type; an absent operand fits every kernel. */
static bool types_fit(uint32_t wanted, uint32_t types) {
  for (; wanted != 0; wanted >>= 4, types >>= 4) {
    if ((wanted & 15) != 0 && (types & 15) != 0 && ((wanted ^ types) & 15) != 0) {
      return false;
    }
  }
  return true;
}

const mote_kernel *mote_find_kernel(const mote_model *model, const mote_graph_view *graph,
                                    const mote_operator_view *view, mote_status *why) {
  uint32_t types = mote_operator_types(model, graph, view);
  *why = MOTE_UNSUPPORTED_OPERATOR;
  for (const mote_kernel *const *k = model->kernels; *k != NULL; k++) {
    if (!same_op(model, view, (*k)->op)) {
      continue;
    }
    if (types_fit((*k)->types, types)) {
      return *k;
    }
    *why = MOTE_UNSUPPORTED_TYPE;
  }
  return NULL;
}

mote_status mote_lower_set_option(mote_lowering *l, uint32_t i, int32_t value) {
  const mote_option *o = &l->kernel->op->options[i];
  bool low = value < o->min && o->min != MOTE_OPTION_MIN;
  bool high = value > o->max && o->max != MOTE_OPTION_MAX;
  MOTE_CHECK(l, o->kind == MOTE_OPTION_FLOAT || !(low || high), MOTE_OPTION, NULL, low ? o->min : o->max, value,
             o->name);
  l->option[i] = value;
  return MOTE_OK;
}

/* Custom operators read theirs themselves, so that what it takes is linked only with them. */
static mote_status read_options(mote_lowering *l, const mote_operator_view *view) {
  static const uint8_t bytes_of_kind[] = {1, 1, 4, 4};
  const mote_op *op = l->kernel->op;
  if (op->code == MOTE_CUSTOM) {
    return MOTE_OK;
  }
  mote_reader r = mote_model_reader(l->model);
  /* Old converters leave out the options of operators whose defaults will do. */
  uint32_t table = view->options_type != 0 ? view->options : 0;
  MOTE_CHECK(l, table == 0 || view->options_type == op->options_type, MOTE_OPTION, NULL, op->options_type,
             view->options_type, "the options are those of another operator");
  for (uint32_t i = 0; i < op->option_count; i++) {
    const mote_option *o = &op->options[i];
    int32_t value = o->otherwise;
    if (table != 0) {
      value = mote_read_scalar(&r, table, o->slot, bytes_of_kind[o->kind], value);
    }
    MOTE_TRY(mote_lower_set_option(l, i, value));
  }
  MOTE_CHECK(l, !r.bad, MOTE_MALFORMED, NULL, 0, 0, "the options lead outside of the file");
  return MOTE_OK;
}

const void *mote_lower_option_vector(const mote_lowering *l, uint32_t slot, uint32_t element_bytes, uint32_t *count) {
  const mote_lowerer *w = (const mote_lowerer *)l;
  mote_reader r = mote_model_reader(l->model);
  mote_vector v = {0, 0};
  if (w->view.options_type != 0 && w->view.options != 0) {
    v = mote_read_vector(&r, w->view.options, slot, element_bytes);
  }
  *count = v.count;
  return v.position ? l->model->data + v.position : NULL;
}

/* --- Shapes ------------------------------------------------------------------------------------------------------- */

/* Each output has the shape that the operator gives it. */
static mote_status check_shapes(mote_lowering *l) {
  if (l->kernel->op->infer == NULL) {
    return MOTE_OK;
  }
  for (uint32_t i = 0; i < l->output_count; i++) {
    mote_shape shape;
    mote_tensor y;
    MOTE_TRY(l->kernel->op->infer(l, i, &shape));
    mote_lower_output(l, i, &y);
    MOTE_CHECK(l, shape.rank == y.shape.rank, MOTE_SHAPE, &y, shape.rank, y.shape.rank, "the output's rank is wrong");
    for (uint32_t d = 0; d < shape.rank; d++) {
      MOTE_CHECK(l, shape.dims[d] == y.shape.dims[d], MOTE_SHAPE, &y, shape.dims[d], y.shape.dims[d],
                 "the output's shape is not what the inputs give");
    }
  }
  return MOTE_OK;
}

/* --- The block ---------------------------------------------------------------------------------------------------- */

static uint32_t align_up(uint32_t bytes, uint32_t alignment) {
  return (bytes + alignment - 1) & ~(alignment - 1);
}

static void **io_of(const mote_block *b) {
  return (void **)(void *)(b->base + b->io);
}

/* Lays out header, params and io[], which only depend on the kernel and the number of operands. */
static void begin_block(mote_lowering *l) {
  mote_block *b = &mote_lowerer_of(l)->block;
  const mote_op *op = l->kernel->op;
  uint32_t inputs = op->max_inputs == MOTE_ANY_COUNT ? l->input_count : op->max_inputs;
  uint32_t outputs = op->max_outputs == MOTE_ANY_COUNT ? l->output_count : op->max_outputs;
  b->io = align_up(b->pointer_bytes + 4 + l->kernel->params_words * 4u, b->pointer_bytes);
  b->extras = inputs + outputs;
  b->bytes = b->io + (b->extras + l->kernel->extra_count) * b->pointer_bytes;
  b->scratch_bytes = 0;
  if (b->base) {
    memset(b->base, 0, b->bytes);
  }
}

static mote_status end_block(mote_lowering *l) {
  mote_block *b = &mote_lowerer_of(l)->block;
  b->bytes = align_up(b->bytes, b->pointer_bytes);
  MOTE_CHECK(l, b->bytes / 4 <= UINT16_MAX && b->scratch_bytes < UINT32_MAX / 4 && b->state_bytes < UINT32_MAX / 4,
             MOTE_TOO_LARGE, NULL, UINT16_MAX * 4u, b->bytes, "the operator needs too much memory");
  if (b->base) {
    uint32_t skipped = mote_lowerer_of(l)->is_skipped ? MOTE_STEP_SKIPPED : 0;
    mote_step_header header = {l->kernel, (uint16_t)(b->bytes / 4), (uint16_t)(b->io / 4 | skipped)};
    memcpy(b->base, &header, offsetof(mote_step_header, io_words) + sizeof header.io_words);
  }
  return MOTE_OK;
}

void mote_lower_params(mote_lowering *l, const void *params) {
  mote_block *b = &mote_lowerer_of(l)->block;
  if (b->base) {
    memcpy(b->base + b->pointer_bytes + 4, params, l->kernel->params_words * 4u);
  }
}

/* Sizes come from checked shapes, but a few large ones may not add up to more than 32 bits. */
static uint32_t add_sizes(uint32_t a, uint32_t b) {
  return a > UINT32_MAX / 4 || b > UINT32_MAX / 4 ? UINT32_MAX / 2 : a + b;
}

void *mote_lower_alloc(mote_lowering *l, uint32_t extra, uint32_t bytes) {
  mote_block *b = &mote_lowerer_of(l)->block;
  uint32_t offset = b->bytes;
  b->bytes = align_up(add_sizes(b->bytes, bytes), 4);
  if (b->base == NULL) {
    return NULL;
  }
  io_of(b)[b->extras + extra] = b->base + offset;
  return b->base + offset;
}

void mote_lower_state(mote_lowering *l, uint32_t extra, uint32_t bytes) {
  mote_block *b = &mote_lowerer_of(l)->block;
  if (b->base) {
    io_of(b)[b->extras + extra] = b->state + b->state_bytes;
  }
  b->state_bytes = align_up(add_sizes(b->state_bytes, bytes), 8);
}

void mote_lower_scratch(mote_lowering *l, uint32_t extra, uint32_t bytes) {
  mote_block *b = &mote_lowerer_of(l)->block;
  b->scratch_bytes = bytes;
  b->scratch_extra = extra;
}

/* --- The driver --------------------------------------------------------------------------------------------------- */

mote_status mote_lower_op(mote_lowerer *w, uint32_t op) {
  mote_lowering *l = &w->l;
  const mote_model *model = l->model;
  memset(l, 0, sizeof *l);
  l->model = model;
  l->op = op;
  w->lay_out = NULL;
  w->call_count = 0;
  mote_status status = mote_model_operator(model, &w->graph, op, &w->view);
  MOTE_CHECK(l, status == MOTE_OK, status, NULL, 0, 0, "the operator cannot be decoded");
  l->input_count = w->view.inputs.count;
  l->output_count = w->view.outputs.count;
  MOTE_CHECK(l, l->input_count + l->output_count <= UINT16_MAX, MOTE_TOO_LARGE, NULL, UINT16_MAX,
             l->input_count + l->output_count, "too many operands");
  l->custom_options = model->data + w->view.custom_options.position;
  l->custom_options_bytes = w->view.custom_options.count;
  l->kernel = mote_find_kernel(model, &w->graph, &w->view, &status);
  MOTE_CHECK(l, l->kernel != NULL, status, NULL, w->view.code, 0, NULL);
  MOTE_TRY(check_operands(l));
  MOTE_TRY(read_options(l, &w->view));
  MOTE_TRY(check_shapes(l));
  begin_block(l);
  if (!w->is_skipped) {
    MOTE_TRY(l->kernel->lower(l));
  }
  /* Kernels for any type know nothing of handles; those of variables and calls do. */
  MOTE_CHECK(l, !w->has_handles || w->lay_out, MOTE_TYPE, NULL, 0, MOTE_RESOURCE, "handles cannot be computed with");
  return end_block(l);
}
