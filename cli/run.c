/* SPDX-License-Identifier: Apache-2.0 */
/* mote run: a model on input files. */
#include "cli/model.h"
#include "cli/stack.h"
#include "host/npy.h"
#include "host/sample.h"
#include "runtime/model.h"

#include <stdlib.h>
#include <string.h>

int mote_cli_run(const mote_cli_args *args);

enum { MAX_OPERANDS = 64, MAX_DUMPS = 256 };

typedef struct {
  mote_array values; /* of all invocations */
  bool is_given;
  bool is_stacked; /* one for each invocation; else the same for all */
} run_input;

typedef struct {
  const mote_cli_args *args;
  mote_cli_model model;
  run_input inputs[MAX_OPERANDS];
  uint32_t input_count, output_count;
  mote_stack_mode mode;
  size_t count; /* of invocations */
  size_t current;
  mote_stack outputs[MAX_OPERANDS];
  uint32_t dump_count;
  uint32_t dump_tensors[MAX_DUMPS]; /* indices in subgraph 0 */
  mote_stack dumps[MAX_DUMPS];
  mote_host_error error;
  bool failed;
} run;

/* --- Inputs ------------------------------------------------------------------------------------------------------- */

static int find_input(const run *r, const char *name, size_t length) {
  char text[256];
  mote_tensor t;
  snprintf(text, sizeof text, "%.*s", (int)length, name);
  if (length == 0 || length >= sizeof text || mote_input_by_name(r->model.instance, text, &t) != MOTE_OK) {
    return -1;
  }
  for (uint32_t i = 0; i < r->input_count; i++) {
    mote_tensor candidate;
    mote_input(r->model.instance, i, &candidate);
    if (candidate.index == t.index) {
      return (int)i;
    }
  }
  return -1;
}

/* How many invocations the values are for, by their shape beside the tensor's; 0 when they do not fit. */
static size_t count_invocations(const mote_array *values, const mote_tensor *t, mote_stack_mode *mode) {
  size_t rank = t->shape.rank, extra = values->rank == rank + 1 ? 1 : 0;
  size_t first = extra;
  if (values->rank != rank + extra) {
    return 0;
  }
  *mode = extra ? MOTE_STACK_SEQUENCE : MOTE_STACK_SINGLE;
  size_t count = extra ? values->dims[0] : 1;
  for (size_t d = 0; d < rank; d++) {
    size_t size = values->dims[first + d];
    if (d == 0 && !extra && t->shape.dims[0] == 1 && size != 1) {
      *mode = MOTE_STACK_SAMPLES;
      count = size;
    } else if (size != (size_t)t->shape.dims[d]) {
      return 0;
    }
  }
  return count;
}

static void read_options(const mote_cli_args *args, mote_sample_options *options) {
  memset(options, 0, sizeof *options);
  options->mean_count = mote_cli_reals(args, "mean", options->mean, MOTE_SAMPLE_MAX_CHANNELS);
  options->scale_count = mote_cli_reals(args, "scale", options->scale, MOTE_SAMPLE_MAX_CHANNELS);
  options->resize = mote_cli_has(args, "resize");
  options->rate_hz = (unsigned)mote_cli_integer(args, "rate");
}

/* Array `index` of the sample becomes input `input`. */
static int take_input(run *r, const char *path, const mote_sample *sample, size_t index, uint32_t input) {
  mote_sample_options options;
  mote_tensor t;
  mote_stack_mode mode;
  run_input *in = &r->inputs[input];
  read_options(r->args, &options);
  mote_input(r->model.instance, input, &t);
  if (in->is_given) {
    return mote_cli_fail(r->args, MOTE_EXIT_USAGE, "%s: input %u is given twice", path, input);
  }
  if (!mote_sample_fit(sample, index, &t, &options, &in->values, &r->error)) {
    return mote_cli_fail(r->args, MOTE_EXIT_FAILED, "%s: for input %u: %s", path, input, r->error.text);
  }
  in->is_given = true;
  size_t dims[MOTE_MAX_RANK];
  for (uint32_t d = 0; d < t.shape.rank; d++) {
    dims[d] = (size_t)t.shape.dims[d];
  }
  size_t count = count_invocations(&in->values, &t, &mode);
  if (count == 0) {
    return mote_cli_fail(r->args, MOTE_EXIT_FAILED,
                         "%s: its shape %s does not fit input %u, %s; one more leading dimension makes a sequence%s",
                         path, mote_shape_to_text(in->values.rank, in->values.dims).text, input,
                         mote_shape_to_text(t.shape.rank, dims).text,
                         t.shape.rank && t.shape.dims[0] == 1 ? ", another first dimension independent samples" : "");
  }
  in->is_stacked = mode != MOTE_STACK_SINGLE;
  if (in->is_stacked && r->mode != MOTE_STACK_SINGLE && (mode != r->mode || count != r->count)) {
    return mote_cli_fail(r->args, MOTE_EXIT_FAILED, "%s: %zu invocations, but another input has %zu", path, count,
                         r->count);
  }
  if (in->is_stacked) {
    r->mode = mode;
    r->count = count;
  }
  return MOTE_EXIT_OK;
}

static int take_sample(run *r, const char *path, const mote_sample *sample, int input, uint32_t *next) {
  if (input < 0 && sample->named && (sample->arrays.count > 1 || r->input_count > 1)) {
    for (size_t i = 0; i < sample->arrays.count; i++) {
      const char *name = sample->arrays.items[i].name;
      int index = find_input(r, name, strlen(name));
      if (index < 0) {
        return mote_cli_fail(r->args, MOTE_EXIT_FAILED, "%s: the model has no input named '%s'", path, name);
      }
      int code = take_input(r, path, sample, i, (uint32_t)index);
      if (code != MOTE_EXIT_OK) {
        return code;
      }
    }
    return MOTE_EXIT_OK;
  }
  if (sample->arrays.count != 1) {
    return mote_cli_fail(r->args, MOTE_EXIT_FAILED, "%s: %zu arrays for one input", path, sample->arrays.count);
  }
  while (input < 0 && *next < r->input_count && r->inputs[*next].is_given) {
    ++*next;
  }
  if (input < 0 && *next >= r->input_count) {
    return mote_cli_fail(r->args, MOTE_EXIT_USAGE, "%s: the model has only %u input%s", path, r->input_count,
                         r->input_count == 1 ? "" : "s");
  }
  return take_input(r, path, sample, 0, input < 0 ? *next : (uint32_t)input);
}

static int read_inputs(run *r) {
  uint32_t next = 0;
  r->mode = MOTE_STACK_SINGLE;
  r->count = 1;
  for (size_t i = 0; i < mote_cli_count(r->args, "input"); i++) {
    const char *text = mote_cli_text(r->args, "input", i);
    const char *equals = strchr(text, '=');
    int input = equals ? find_input(r, text, (size_t)(equals - text)) : -1;
    const char *path = input >= 0 ? equals + 1 : text;
    mote_sample sample;
    if (!mote_sample_read(path, &sample, &r->error)) {
      return mote_cli_fail(r->args, MOTE_EXIT_FAILED, "%s", r->error.text);
    }
    int code = take_sample(r, path, &sample, input, &next);
    mote_sample_free(&sample);
    if (code != MOTE_EXIT_OK) {
      return code;
    }
  }
  for (uint32_t i = 0; i < r->input_count; i++) {
    if (!r->inputs[i].is_given) {
      mote_tensor t;
      mote_input(r->model.instance, i, &t);
      return mote_cli_fail(r->args, MOTE_EXIT_USAGE, "input %u ('%.*s') has no --input", i, (int)t.name_bytes, t.name);
    }
  }
  return MOTE_EXIT_OK;
}

/* Puts the values of invocation `index` into the input tensor. */
static bool set_input(run *r, uint32_t input, size_t index) {
  const run_input *in = &r->inputs[input];
  mote_tensor t;
  mote_input(r->model.instance, input, &t);
  size_t bytes = in->values.bytes / (in->is_stacked ? r->count : 1);
  const uint8_t *from = (const uint8_t *)in->values.data + (in->is_stacked ? index * bytes : 0);
  if (in->values.type == MOTE_ARRAY_FLOAT32 && t.type != MOTE_FLOAT32) {
    return mote_quantize(&t, (const float *)(const void *)from, bytes / sizeof(float)) == MOTE_OK;
  }
  memcpy(t.data, from, bytes < t.bytes ? bytes : t.bytes);
  return true;
}

/* --- Outputs ------------------------------------------------------------------------------------------------------ */

static bool create_outputs(run *r) {
  bool dequantize = mote_cli_has(r->args, "dequantize");
  for (uint32_t i = 0; i < r->output_count; i++) {
    mote_tensor t;
    mote_output(r->model.instance, i, &t);
    if (!mote_stack_create(&r->outputs[i], &t, r->mode, r->count, dequantize, &r->error)) {
      return false;
    }
  }
  return true;
}

/* A tensor by index or name, or MOTE_NOWHERE. */
static uint32_t find_tensor(const run *r, const mote_graph_view *graph, const char *text) {
  char *end;
  unsigned long index = strtoul(text, &end, 10);
  if (*text && *end == '\0') {
    return index < graph->tensors.count ? (uint32_t)index : MOTE_NOWHERE;
  }
  for (uint32_t i = 0; i < graph->tensors.count; i++) {
    mote_tensor t;
    mote_model_tensor(&r->model.model, graph, i, &t);
    if (t.name_bytes == strlen(text) && memcmp(t.name, text, t.name_bytes) == 0) {
      return i;
    }
  }
  return MOTE_NOWHERE;
}

static int add_dump(run *r, const mote_graph_view *graph, uint32_t index) {
  mote_tensor t;
  mote_model_tensor(&r->model.model, graph, index, &t);
  if (r->dump_count == MAX_DUMPS) {
    return mote_cli_fail(r->args, MOTE_EXIT_USAGE, "--dump: at most %d tensors", MAX_DUMPS);
  }
  r->dump_tensors[r->dump_count] = index;
  if (!mote_stack_create(&r->dumps[r->dump_count++], &t, r->mode, r->count, mote_cli_has(r->args, "dequantize"),
                         &r->error)) {
    return mote_cli_fail(r->args, MOTE_EXIT_FAILED, "--dump: %s", r->error.text);
  }
  return MOTE_EXIT_OK;
}

/* Every tensor that an operator of subgraph 0 writes. */
static int add_all_dumps(run *r, const mote_graph_view *graph) {
  mote_tensor t;
  int code = MOTE_EXIT_OK;
  for (uint32_t op = 0; op < graph->operators.count; op++) {
    for (uint32_t i = 0; code == MOTE_EXIT_OK && mote_operator_output(r->model.instance, 0, op, i, &t) == MOTE_OK;
         i++) {
      code = t.type == MOTE_RESOURCE ? MOTE_EXIT_OK : add_dump(r, graph, t.index);
    }
  }
  return code;
}

static int choose_dumps(run *r) {
  mote_graph_view graph;
  mote_model_graph(&r->model.model, 0, &graph);
  int code = MOTE_EXIT_OK;
  for (size_t i = 0; code == MOTE_EXIT_OK && i < mote_cli_count(r->args, "dump"); i++) {
    const char *text = mote_cli_text(r->args, "dump", i);
    uint32_t index = find_tensor(r, &graph, text);
    if (strcmp(text, "all") == 0) {
      code = add_all_dumps(r, &graph);
    } else if (index == MOTE_NOWHERE) {
      code = mote_cli_fail(r->args, MOTE_EXIT_USAGE, "--dump: the model has no tensor '%s'", text);
    } else {
      code = add_dump(r, &graph, index);
    }
  }
  if (r->dump_count > 0 && !mote_cli_has(r->args, "output-dir")) {
    code = mote_cli_fail(r->args, MOTE_EXIT_USAGE, "--dump needs --output-dir");
  }
  return code;
}

/* The hook: right after an operator has run its outputs are still there. */
static void dump(void *context, const mote_instance *instance, uint32_t subgraph, uint32_t op) {
  run *r = context;
  mote_tensor t;
  for (uint32_t i = 0; subgraph == 0 && mote_operator_output(instance, 0, op, i, &t) == MOTE_OK; i++) {
    for (uint32_t d = 0; d < r->dump_count; d++) {
      if (r->dump_tensors[d] == t.index && !mote_stack_store(&r->dumps[d], &t, r->current, r->count, &r->error)) {
        r->failed = true;
      }
    }
  }
}

static bool write_array(const run *r, const char *prefix, uint32_t index, const mote_array *array,
                        mote_host_error *error) {
  char name[40];
  snprintf(name, sizeof name, "%s%u.npy", prefix, index);
  char *path = mote_path_join(mote_cli_text(r->args, "output-dir", 0), name, error);
  bool ok = path && mote_npy_write(path, array, error);
  free(path);
  return ok;
}

static bool write_outputs(run *r) {
  bool ok = mote_directory_create(mote_cli_text(r->args, "output-dir", 0), &r->error);
  for (uint32_t i = 0; ok && i < r->output_count; i++) {
    ok = write_array(r, "", i, &r->outputs[i].array, &r->error);
  }
  for (uint32_t i = 0; ok && i < r->dump_count; i++) {
    ok = write_array(r, "tensor_", r->dump_tensors[i], &r->dumps[i].array, &r->error);
  }
  return ok;
}

static void print_outputs(const run *r) {
  enum { MOST = 1000 };
  FILE *file = mote_cli_results(r->args);
  for (uint32_t i = 0; i < r->output_count; i++) {
    const mote_array *array = &r->outputs[i].array;
    size_t count = mote_array_count(array), row = array->rank ? array->dims[array->rank - 1] : 1;
    fprintf(file, "output %u: %s %s\n", i, mote_shape_to_text(array->rank, array->dims).text,
            mote_array_type_name(array->type));
    for (size_t k = 0; k < count && k < MOST; k++) {
      fprintf(file, "%s%.9g%s", k % row ? " " : "  ", mote_array_get(array, k), (k + 1) % row ? "" : "\n");
    }
    if (count > MOST) {
      fprintf(file, "\n  ... %zu more: --output-dir writes them all\n", count - MOST);
    }
  }
}

static int print_json(const run *r) {
  cJSON *json = cJSON_CreateObject();
  cJSON *outputs = cJSON_AddArrayToObject(json, "outputs");
  for (uint32_t i = 0; i < r->output_count; i++) {
    const mote_array *array = &r->outputs[i].array;
    cJSON *row = cJSON_CreateObject();
    cJSON *shape = cJSON_AddArrayToObject(row, "shape");
    for (size_t d = 0; d < array->rank; d++) {
      cJSON_AddItemToArray(shape, cJSON_CreateNumber((double)array->dims[d]));
    }
    cJSON_AddStringToObject(row, "type", mote_array_type_name(array->type));
    cJSON *values = cJSON_AddArrayToObject(row, "values");
    for (size_t k = 0; k < mote_array_count(array); k++) {
      cJSON_AddItemToArray(values, cJSON_CreateNumber(mote_array_get(array, k)));
    }
    cJSON_AddItemToArray(outputs, row);
  }
  return mote_cli_print_json(r->args, json);
}

/* --- Running ------------------------------------------------------------------------------------------------------ */

static int invoke(run *r, size_t index) {
  mote_error error;
  char text[512];
  r->current = index;
  for (uint32_t i = 0; i < r->input_count; i++) {
    if (!set_input(r, i, index)) {
      return mote_cli_fail(r->args, MOTE_EXIT_FAILED, "input %u takes no real numbers", i);
    }
  }
  if (mote_invoke(r->model.instance, &error) != MOTE_OK) {
    mote_cli_describe_error(&r->model.model, &error, text, sizeof text);
    return mote_cli_fail(r->args, MOTE_EXIT_FAILED, "invocation %zu: %s", index, text);
  }
  for (uint32_t i = 0; i < r->output_count; i++) {
    mote_tensor t;
    mote_output(r->model.instance, i, &t);
    r->failed = r->failed || !mote_stack_store(&r->outputs[i], &t, index, r->count, &r->error);
  }
  return r->failed ? mote_cli_fail(r->args, MOTE_EXIT_FAILED, "%s", r->error.text) : MOTE_EXIT_OK;
}

static int run_model(run *r) {
  mote_hook hook = {NULL, dump, r};
  int code = read_inputs(r);
  if (code == MOTE_EXIT_OK && !create_outputs(r)) {
    code = mote_cli_fail(r->args, MOTE_EXIT_FAILED, "%s", r->error.text);
  }
  if (code == MOTE_EXIT_OK) {
    code = choose_dumps(r);
  }
  mote_set_hook(r->model.instance, r->dump_count ? &hook : NULL);
  for (size_t i = 0; code == MOTE_EXIT_OK && i < r->count; i++) {
    if (r->mode == MOTE_STACK_SAMPLES) {
      mote_reset(r->model.instance);
    }
    code = invoke(r, i);
  }
  if (code != MOTE_EXIT_OK) {
    return code;
  }
  if (mote_cli_has(r->args, "output-dir")) {
    return write_outputs(r) ? MOTE_EXIT_OK : mote_cli_fail(r->args, MOTE_EXIT_FAILED, "%s", r->error.text);
  }
  if (mote_cli_wants_json(r->args)) {
    return print_json(r);
  }
  print_outputs(r);
  return MOTE_EXIT_OK;
}

static void free_run(run *r) {
  for (uint32_t i = 0; i < MAX_OPERANDS; i++) {
    mote_array_free(&r->inputs[i].values);
    mote_stack_free(&r->outputs[i]);
  }
  for (uint32_t i = 0; i < r->dump_count; i++) {
    mote_stack_free(&r->dumps[i]);
  }
  mote_cli_close_model(&r->model);
  free(r);
}

int mote_cli_run(const mote_cli_args *args) {
  run *r = calloc(1, sizeof *r);
  if (!r) {
    return mote_cli_fail(args, MOTE_EXIT_FAILED, "out of memory");
  }
  r->args = args;
  int code = mote_cli_open_model(args, &r->model);
  if (code == MOTE_EXIT_OK) {
    r->input_count = mote_input_count(r->model.instance);
    r->output_count = mote_output_count(r->model.instance);
    if (r->input_count > MAX_OPERANDS || r->output_count > MAX_OPERANDS) {
      code = mote_cli_fail(args, MOTE_EXIT_FAILED, "more than %d inputs or outputs", MAX_OPERANDS);
    } else {
      code = run_model(r);
    }
  }
  free_run(r);
  return code;
}
