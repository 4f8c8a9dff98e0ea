/* SPDX-License-Identifier: Apache-2.0 */
/* mote compare: the model's tensors beside the golden ones, and the operator at which the difference starts. */
#include "cli/model.h"
#include "host/builtin_names.h"
#include "host/mtio.h"
#include "host/tensor.h"
#include "runtime/model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int mote_cli_compare(const mote_cli_args *args);

/* One golden tensor, over all steps. */
typedef struct {
  uint32_t tensor; /* its index in subgraph 0 */
  uint32_t op;     /* the operator that writes it; MOTE_NOWHERE for none */
  size_t element_count;
  size_t different_count; /* of the elements */
  double largest;         /* difference */
  double largest_expected;
  size_t first_step, first_element; /* of the first difference */
  bool is_float;
  bool was_seen; /* this step: golden tensors that no operator writes are compared after it */
} comparison;

typedef struct {
  const mote_cli_args *args;
  mote_cli_model model;
  mote_buffer file;
  mote_mtio golden;
  comparison *rows; /* one for each golden output */
  size_t step;
  mote_host_error error;
  bool failed;
} compare;

/* --- Which tensor a golden output is -------------------------------------------------------------------------------- */

/* The table beside a golden file of intermediate tensors: NAME.csv for NAME.io, rows "output,tensor,...". */
static bool read_tensor_table(compare *c, const char *path) {
  size_t length = strlen(path);
  char *csv = malloc(length + 5);
  mote_buffer file = {0};
  mote_host_error ignored;
  memcpy(csv, path, length + 1);
  char *dot = strrchr(csv, '.');
  snprintf(dot ? dot : csv + length, 5, ".csv");
  bool found = mote_file_read(csv, MOTE_FILE_MAX_BYTES, &file, &ignored);
  free(csv);
  if (!found) {
    return false;
  }
  const char *text = (const char *)file.data, *end = text + file.size;
  for (const char *line = text; line < end;) {
    unsigned output, tensor;
    char row[32];
    const char *line_end = memchr(line, '\n', (size_t)(end - line));
    snprintf(row, sizeof row, "%.*s", (int)((line_end ? line_end : end) - line), line);
    if (sscanf(row, "%u,%u,", &output, &tensor) == 2 && output < c->golden.output_count) {
      c->rows[output].tensor = tensor;
    }
    line = line_end ? line_end + 1 : end;
  }
  mote_buffer_free(&file);
  return true;
}

static uint32_t writer_of(const compare *c, uint32_t tensor) {
  mote_tensor t;
  for (uint32_t op = 0; op < mote_operator_count(c->model.instance, 0); op++) {
    for (uint32_t i = 0; mote_operator_output(c->model.instance, 0, op, i, &t) == MOTE_OK; i++) {
      if (t.index == tensor) {
        return op;
      }
    }
  }
  return MOTE_NOWHERE;
}

static bool same_size(const mote_array *golden, const mote_tensor *t) {
  mote_array_type type;
  return mote_tensor_array_type(t->type, &type) && type == golden->type &&
         mote_array_count(golden) == t->bytes / mote_type_bytes(t->type, 1);
}

static int match_outputs(compare *c, const char *path) {
  mote_graph_view graph;
  mote_model_graph(&c->model.model, 0, &graph);
  bool has_table = read_tensor_table(c, path);
  if (!has_table && c->golden.output_count != mote_output_count(c->model.instance)) {
    return mote_cli_fail(c->args, MOTE_EXIT_FAILED,
                         "%s: %zu golden tensors, but the model has %u outputs; a table of which tensors they are is "
                         "expected beside it, with the name's end .csv",
                         path, c->golden.output_count, mote_output_count(c->model.instance));
  }
  for (uint32_t i = 0; i < c->golden.output_count; i++) {
    mote_tensor t;
    mote_array golden = mote_mtio_output(&c->golden, 0, i);
    if (!has_table) {
      mote_output(c->model.instance, i, &t);
      c->rows[i].tensor = t.index;
    }
    if (mote_model_tensor(&c->model.model, &graph, c->rows[i].tensor, &t) != MOTE_OK || !same_size(&golden, &t)) {
      return mote_cli_fail(c->args, MOTE_EXIT_FAILED, "%s: golden tensor %u, %s %s, is not like tensor %u of the model",
                           path, i, mote_shape_to_text(golden.rank, golden.dims).text,
                           mote_array_type_name(golden.type), c->rows[i].tensor);
    }
    c->rows[i].op = writer_of(c, c->rows[i].tensor);
    c->rows[i].is_float = t.type == MOTE_FLOAT32;
  }
  return MOTE_EXIT_OK;
}

/* --- Comparing ------------------------------------------------------------------------------------------------------ */

static void compare_values(comparison *row, const mote_array *golden, const mote_array *got, size_t step) {
  size_t count = mote_array_count(golden);
  for (size_t k = 0; k < count; k++) {
    double expected = mote_array_get(golden, k), value = mote_array_get(got, k);
    bool equal = expected == value || (isnan(expected) && isnan(value));
    double difference = equal ? 0 : isnan(value) || isnan(expected) ? (double)INFINITY : fabs(value - expected);
    if (!equal && row->different_count == 0) {
      row->first_step = step;
      row->first_element = k;
    }
    row->different_count += !equal;
    row->largest = fmax(row->largest, difference);
    row->largest_expected = isfinite(expected) ? fmax(row->largest_expected, fabs(expected)) : row->largest_expected;
  }
  row->element_count += count;
}

static void compare_tensor(compare *c, size_t index, const mote_tensor *t) {
  mote_array got, golden = mote_mtio_output(&c->golden, c->step, index);
  if (!mote_tensor_to_array(t, &got, &c->error)) {
    c->failed = true;
    return;
  }
  compare_values(&c->rows[index], &golden, &got, c->step);
  c->rows[index].was_seen = true;
  mote_array_free(&got);
}

static void after_op(void *context, const mote_instance *instance, uint32_t subgraph, uint32_t op) {
  compare *c = context;
  mote_tensor t;
  for (uint32_t i = 0; subgraph == 0 && mote_operator_output(instance, 0, op, i, &t) == MOTE_OK; i++) {
    for (size_t k = 0; k < c->golden.output_count; k++) {
      if (c->rows[k].tensor == t.index) {
        compare_tensor(c, k, &t);
      }
    }
  }
}

static int run_step(compare *c) {
  mote_error error;
  for (uint32_t i = 0; i < mote_input_count(c->model.instance); i++) {
    mote_tensor t;
    mote_array values = mote_mtio_input(&c->golden, c->step, i);
    mote_input(c->model.instance, i, &t);
    if (!same_size(&values, &t)) {
      return mote_cli_fail(c->args, MOTE_EXIT_FAILED, "the golden file's input %u is not like the model's", i);
    }
    memcpy(t.data, values.data, t.bytes);
  }
  for (size_t k = 0; k < c->golden.output_count; k++) {
    c->rows[k].was_seen = false;
  }
  if (mote_invoke(c->model.instance, &error) != MOTE_OK) {
    char text[512];
    mote_cli_describe_error(&c->model.model, &error, text, sizeof text);
    return mote_cli_fail(c->args, MOTE_EXIT_FAILED, "step %zu: %s", c->step, text);
  }
  for (uint32_t i = 0; i < mote_output_count(c->model.instance); i++) {
    mote_tensor t;
    mote_output(c->model.instance, i, &t);
    for (size_t k = 0; k < c->golden.output_count; k++) {
      if (!c->rows[k].was_seen && c->rows[k].tensor == t.index) {
        compare_tensor(c, k, &t);
      }
    }
  }
  return c->failed ? mote_cli_fail(c->args, MOTE_EXIT_FAILED, "%s", c->error.text) : MOTE_EXIT_OK;
}

/* --- Results -------------------------------------------------------------------------------------------------------- */

static bool is_right(const compare *c, const comparison *row) {
  return row->is_float ? row->largest <= mote_cli_real(c->args, "tolerance") * row->largest_expected
                       : row->different_count == 0;
}

/* The wrong tensor that the earliest operator writes; NULL when all are right. */
static const comparison *first_wrong(const compare *c) {
  const comparison *first = NULL;
  for (size_t k = 0; k < c->golden.output_count; k++) {
    if (!is_right(c, &c->rows[k]) && (first == NULL || c->rows[k].op < first->op)) {
      first = &c->rows[k];
    }
  }
  return first;
}

static mote_op_text op_name(const compare *c, uint32_t op) {
  mote_op_description description;
  mote_op_text none = {"-"};
  return mote_describe_op(&c->model.model, 0, op, &description) == MOTE_OK ? mote_op_name_text(&description) : none;
}

static void print_text(const compare *c) {
  FILE *file = mote_cli_results(c->args);
  const comparison *wrong = first_wrong(c);
  size_t wrong_count = 0;
  fprintf(file, "tensor  operator                          elements  different  largest difference\n");
  for (size_t k = 0; k < c->golden.output_count; k++) {
    const comparison *row = &c->rows[k];
    bool right = is_right(c, row);
    wrong_count += !right;
    fprintf(file, "%6u  %4d %-28.28s %9zu  %9zu  %-12.6g %s\n", row->tensor,
            row->op == MOTE_NOWHERE ? -1 : (int)row->op, op_name(c, row->op).text, row->element_count,
            row->different_count, row->largest, right ? "" : "WRONG");
  }
  if (wrong) {
    fprintf(file, "the difference starts at operator %u (%s), tensor %u, step %zu, element %zu\n", wrong->op,
            op_name(c, wrong->op).text, wrong->tensor, wrong->first_step, wrong->first_element);
  }
  fprintf(file, "%zu of %zu tensors as expected, %zu steps\n", c->golden.output_count - wrong_count,
          c->golden.output_count, c->golden.step_count);
}

static int print_json(const compare *c) {
  cJSON *json = cJSON_CreateObject();
  const comparison *wrong = first_wrong(c);
  cJSON *rows = cJSON_AddArrayToObject(json, "tensors");
  for (size_t k = 0; k < c->golden.output_count; k++) {
    const comparison *row = &c->rows[k];
    cJSON *item = cJSON_CreateObject();
    cJSON_AddNumberToObject(item, "tensor", row->tensor);
    if (row->op != MOTE_NOWHERE) {
      cJSON_AddNumberToObject(item, "operator", row->op);
    }
    cJSON_AddStringToObject(item, "operator_name", op_name(c, row->op).text);
    cJSON_AddNumberToObject(item, "elements", (double)row->element_count);
    cJSON_AddNumberToObject(item, "different", (double)row->different_count);
    cJSON_AddNumberToObject(item, "largest_difference", row->largest);
    cJSON_AddBoolToObject(item, "right", is_right(c, row));
    cJSON_AddItemToArray(rows, item);
  }
  if (wrong) {
    cJSON_AddNumberToObject(json, "first_wrong_operator", wrong->op);
  }
  return mote_cli_print_json(c->args, json);
}

static int compare_model(compare *c) {
  const char *path = mote_cli_text(c->args, "golden", 0);
  if (!mote_file_read(path, MOTE_FILE_MAX_BYTES, &c->file, &c->error)) {
    return mote_cli_fail(c->args, MOTE_EXIT_FAILED, "%s", c->error.text);
  }
  if (!mote_mtio_parse(c->file.data, c->file.size, &c->golden, &c->error)) {
    return mote_cli_fail(c->args, MOTE_EXIT_FAILED, "%s: %s", path, c->error.text);
  }
  if (c->golden.input_count != mote_input_count(c->model.instance) || c->golden.output_count == 0) {
    return mote_cli_fail(c->args, MOTE_EXIT_FAILED, "%s: %zu inputs, but the model has %u", path, c->golden.input_count,
                         mote_input_count(c->model.instance));
  }
  c->rows = mote_host_alloc(c->golden.output_count, sizeof *c->rows, &c->error);
  if (!c->rows) {
    return mote_cli_fail(c->args, MOTE_EXIT_FAILED, "%s", c->error.text);
  }
  int code = match_outputs(c, path);
  mote_hook hook = {NULL, after_op, c};
  mote_set_hook(c->model.instance, &hook);
  for (c->step = 0; code == MOTE_EXIT_OK && c->step < c->golden.step_count; c->step++) {
    code = run_step(c);
  }
  if (code != MOTE_EXIT_OK) {
    return code;
  }
  if (mote_cli_wants_json(c->args)) {
    code = print_json(c);
  } else {
    print_text(c);
  }
  return code == MOTE_EXIT_OK && first_wrong(c) ? MOTE_EXIT_FAILED : code;
}

int mote_cli_compare(const mote_cli_args *args) {
  compare c;
  memset(&c, 0, sizeof c);
  c.args = args;
  int code = mote_cli_open_model(args, &c.model);
  if (code == MOTE_EXIT_OK) {
    code = compare_model(&c);
  }
  free(c.rows);
  mote_mtio_free(&c.golden);
  mote_buffer_free(&c.file);
  mote_cli_close_model(&c.model);
  return code;
}
