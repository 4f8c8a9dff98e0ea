/* SPDX-License-Identifier: Apache-2.0 */
/* mote inspect: what is in a model and the memory that it needs on a device with 4-byte pointers. */
#include "cli/model.h"
#include "host/builtin_names.h"
#include "ops/common/host.h"
#include "runtime/layout.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

int mote_cli_inspect(const mote_cli_args *args);

typedef struct {
  const mote_cli_args *args;
  const mote_cli_model *model;
  mote_layout layout; /* for 4-byte pointers */
  mote_buffer work;
} inspection;

/* One operator. */
typedef struct {
  mote_op_description description;
  mote_op_text name;
  mote_op_info info;
  mote_tensor output; /* output 0; MOTE_NONE when there is none */
  uint64_t macs;
  uint64_t constant_bytes; /* of its constant inputs */
  uint32_t live_bytes;     /* activations and scratch in use while it runs */
} op_row;

static bool lay_out(inspection *in, mote_host_error *error) {
  const mote_model *model = &in->model->model;
  in->work.data = mote_host_alloc(model->plan_bytes, 1, error);
  if (!in->work.data) {
    return false;
  }
  memset(&in->layout, 0, sizeof in->layout);
  in->layout.w.l.model = model;
  in->layout.w.block.pointer_bytes = 4;
  mote_layout_model(&in->layout, in->work.data);
  return true;
}

/* --- Facts -------------------------------------------------------------------------------------------------------- */

static bool is_live(const mote_plan_item *item, uint32_t time) {
  return mote_item_kind(item) == MOTE_ITEM_SCRATCH && item->bytes > 0 && item->first <= time && time <= item->last;
}

static uint32_t live_bytes(const inspection *in, uint32_t time) {
  uint32_t bytes = 0;
  for (uint32_t i = 0; i < in->layout.item_count; i++) {
    bytes += is_live(&in->layout.items[i], time) ? mote_align8(in->layout.items[i].bytes) : 0;
  }
  return bytes;
}

static uint64_t count_macs(const op_row *row, const mote_tensor *inputs) {
  for (const mote_op_host *const *host = mote_op_hosts; *host; host++) {
    if (strcmp((*host)->name, row->name.text) == 0) {
      return (*host)->macs(inputs, row->info.input_count, &row->output);
    }
  }
  return 0;
}

static op_row describe(const inspection *in, uint32_t graph, uint32_t op) {
  enum { MAX_INPUTS = 32 };
  mote_tensor inputs[MAX_INPUTS];
  const mote_instance *net = in->model->instance;
  op_row row;
  memset(&row, 0, sizeof row);
  memset(inputs, 0, sizeof inputs);
  mote_describe_op(&in->model->model, graph, op, &row.description);
  row.name = mote_op_name_text(&row.description);
  mote_operator(net, graph, op, &row.info);
  mote_operator_output(net, graph, op, 0, &row.output);
  for (uint32_t i = 0; i < row.info.input_count && i < MAX_INPUTS; i++) {
    if (mote_operator_input(net, graph, op, i, &inputs[i]) == MOTE_OK && inputs[i].is_constant) {
      row.constant_bytes += inputs[i].bytes;
    }
  }
  row.macs = count_macs(&row, inputs);
  row.live_bytes = live_bytes(in, in->layout.graphs[graph].first_time + op);
  return row;
}

typedef struct {
  uint32_t graph, op, bytes;
} peak;

static peak find_peak(const inspection *in) {
  peak largest = {0, 0, 0};
  for (uint32_t g = 0; g < in->layout.graph_count; g++) {
    for (uint32_t op = 0; op < mote_operator_count(in->model->instance, g); op++) {
      uint32_t bytes = live_bytes(in, in->layout.graphs[g].first_time + op);
      if (bytes > largest.bytes) {
        largest = (peak){g, op, bytes};
      }
    }
  }
  return largest;
}

/* The tensor of an item, or MOTE_NONE for an operator's scratch. */
static mote_tensor tensor_of(const inspection *in, uint32_t item) {
  mote_tensor t = {.type = MOTE_NONE};
  for (uint32_t g = 0; item < in->layout.first_scratch && g < in->layout.graph_count; g++) {
    mote_graph_view graph;
    uint32_t first = in->layout.graphs[g].first_item;
    mote_model_graph(&in->model->model, g, &graph);
    if (item >= first && item < first + graph.tensors.count) {
      mote_model_tensor(&in->model->model, &graph, item - first, &t);
    }
  }
  return t;
}

typedef struct {
  char text[96];
} shape_text;

static shape_text describe_shape(const mote_tensor *t) {
  shape_text s = {""};
  size_t used = 0;
  for (uint32_t d = 0; d < t->shape.rank; d++) {
    used += (size_t)snprintf(s.text + used, sizeof s.text - used, "%s%d", d ? "x" : "", t->shape.dims[d]);
  }
  snprintf(s.text + used, sizeof s.text - used, "%s%s", used ? " " : "", mote_type_name(t->type));
  return s;
}

/* --- Text --------------------------------------------------------------------------------------------------------- */

static void print_tensor(FILE *file, const char *what, uint32_t index, const mote_tensor *t) {
  fprintf(file, "  %s %u: %s", what, index, describe_shape(t).text);
  if (t->scale_count == 1) {
    fprintf(file, ", scale %.9g, zero point %d", (double)t->scale[0], t->zero_point);
  } else if (t->scale_count > 1) {
    fprintf(file, ", %u scales along dimension %d", t->scale_count, t->quantized_dimension);
  }
  fprintf(file, "%s%s, \"%.*s\"\n", t->is_constant ? ", constant" : "", t->is_variable ? ", variable" : "",
          (int)t->name_bytes, t->name);
}

static void print_operators(FILE *file, const inspection *in) {
  uint64_t macs = 0, constant_bytes = 0;
  fprintf(file, "\n  op  operator                      output                       MACs  constants     in use\n");
  for (uint32_t g = 0; g < in->layout.graph_count; g++) {
    if (g > 0) {
      fprintf(file, "subgraph %u\n", g);
    }
    for (uint32_t op = 0; op < mote_operator_count(in->model->instance, g); op++) {
      op_row row = describe(in, g, op);
      const char *shape = row.output.type ? describe_shape(&row.output).text : "";
      fprintf(file, "%4u  %-28.28s  %-20.20s %12" PRIu64 " %10" PRIu64 " %10u\n", op, row.name.text, shape, row.macs,
              row.constant_bytes, row.live_bytes);
      macs += row.macs;
      constant_bytes += row.constant_bytes;
    }
  }
  fprintf(file, "      %-28s  %-20s %12" PRIu64 " %10" PRIu64 "\n", "total", "", macs, constant_bytes);
}

static void print_live(FILE *file, const inspection *in, uint32_t graph, uint32_t op) {
  uint32_t time = in->layout.graphs[graph].first_time + op, base = in->layout.graphs[graph].base;
  for (uint32_t i = 0; i < in->layout.item_count; i++) {
    const mote_plan_item *item = &in->layout.items[i];
    if (is_live(item, time)) {
      mote_tensor t = tensor_of(in, i);
      fprintf(file, "    %8u to %8u  ", base + item->offset, base + item->offset + item->bytes);
      if (t.type == MOTE_NONE) {
        fprintf(file, "scratch of the operator\n");
      } else {
        fprintf(file, "tensor %u, %s, \"%.*s\"\n", t.index, describe_shape(&t).text, (int)t.name_bytes, t.name);
      }
    }
  }
}

static void print_timeline(FILE *file, const inspection *in) {
  fprintf(file, "\nwhat stands in the scratch memory (bytes from its start)\n");
  for (uint32_t g = 0; g < in->layout.graph_count; g++) {
    for (uint32_t op = 0; op < mote_operator_count(in->model->instance, g); op++) {
      op_row row = describe(in, g, op);
      fprintf(file, "  subgraph %u, operator %u (%s), %u bytes in use\n", g, op, row.name.text, row.live_bytes);
      print_live(file, in, g, op);
    }
  }
}

static void print_all_tensors(FILE *file, const inspection *in) {
  for (uint32_t g = 0; g < in->layout.graph_count; g++) {
    mote_graph_view graph;
    mote_model_graph(&in->model->model, g, &graph);
    fprintf(file, "\ntensors of subgraph %u\n", g);
    for (uint32_t i = 0; i < graph.tensors.count; i++) {
      mote_tensor t;
      mote_model_tensor(&in->model->model, &graph, i, &t);
      print_tensor(file, "tensor", i, &t);
    }
  }
}

static int print_text(const inspection *in) {
  FILE *file = mote_cli_results(in->args);
  const mote_cli_model *model = in->model;
  mote_tensor t;
  fprintf(file, "%s: %zu bytes, %u subgraph%s\n", model->path, model->file.size, in->layout.graph_count,
          in->layout.graph_count == 1 ? "" : "s");
  for (uint32_t i = 0; mote_input(model->instance, i, &t) == MOTE_OK; i++) {
    print_tensor(file, "input", i, &t);
  }
  for (uint32_t i = 0; mote_output(model->instance, i, &t) == MOTE_OK; i++) {
    print_tensor(file, "output", i, &t);
  }
  print_operators(file, in);
  peak largest = find_peak(in);
  fprintf(file, "\narena on the device: %u bytes = %u persistent (%u of them state) + %u scratch\n", model->arena_bytes,
          model->device.persistent_bytes, in->layout.state_bytes, model->device.scratch_bytes);
  fprintf(file, "peak of the scratch: %u bytes in use at operator %u of subgraph %u\n", largest.bytes, largest.op,
          largest.graph);
  print_live(file, in, largest.graph, largest.op);
  if (mote_cli_has(in->args, "timeline")) {
    print_timeline(file, in);
  }
  if (mote_cli_has(in->args, "tensors")) {
    print_all_tensors(file, in);
  }
  return MOTE_EXIT_OK;
}

/* --- JSON --------------------------------------------------------------------------------------------------------- */

static cJSON *tensor_json(const mote_tensor *t) {
  char name[256];
  snprintf(name, sizeof name, "%.*s", (int)t->name_bytes, t->name ? t->name : "");
  cJSON *json = cJSON_CreateObject();
  cJSON_AddNumberToObject(json, "index", t->index);
  cJSON_AddStringToObject(json, "name", name);
  cJSON_AddStringToObject(json, "type", mote_type_name(t->type));
  cJSON_AddItemToObject(json, "shape", cJSON_CreateIntArray(t->shape.dims, (int)t->shape.rank));
  cJSON_AddNumberToObject(json, "bytes", t->bytes);
  cJSON_AddBoolToObject(json, "constant", t->is_constant);
  cJSON_AddBoolToObject(json, "variable", t->is_variable);
  if (t->scale_count > 0) {
    cJSON_AddItemToObject(json, "scale", cJSON_CreateFloatArray(t->scale, (int)t->scale_count));
    cJSON_AddNumberToObject(json, "zero_point", t->zero_point);
    cJSON_AddNumberToObject(json, "quantized_dimension", t->quantized_dimension);
  }
  return json;
}

static cJSON *operands_json(const inspection *in, bool outputs) {
  cJSON *list = cJSON_CreateArray();
  mote_tensor t;
  for (uint32_t i = 0; (outputs ? mote_output : mote_input)(in->model->instance, i, &t) == MOTE_OK; i++) {
    cJSON_AddItemToArray(list, tensor_json(&t));
  }
  return list;
}

static cJSON *live_json(const inspection *in, uint32_t graph, uint32_t op) {
  uint32_t time = in->layout.graphs[graph].first_time + op;
  cJSON *list = cJSON_CreateArray();
  for (uint32_t i = 0; i < in->layout.item_count; i++) {
    const mote_plan_item *item = &in->layout.items[i];
    if (is_live(item, time)) {
      mote_tensor t = tensor_of(in, i);
      cJSON *row = cJSON_CreateObject();
      if (t.type != MOTE_NONE) {
        cJSON_AddNumberToObject(row, "tensor", t.index);
      }
      cJSON_AddNumberToObject(row, "offset", in->layout.graphs[graph].base + item->offset);
      cJSON_AddNumberToObject(row, "bytes", item->bytes);
      cJSON_AddItemToArray(list, row);
    }
  }
  return list;
}

static cJSON *operator_json(const inspection *in, uint32_t graph, uint32_t op) {
  op_row row = describe(in, graph, op);
  cJSON *json = cJSON_CreateObject();
  cJSON_AddNumberToObject(json, "subgraph", graph);
  cJSON_AddNumberToObject(json, "index", op);
  cJSON_AddStringToObject(json, "operator", row.name.text);
  cJSON_AddStringToObject(json, "kernel", mote_kernel_name(row.info.kernel));
  cJSON_AddNumberToObject(json, "macs", (double)row.macs);
  cJSON_AddNumberToObject(json, "constant_bytes", (double)row.constant_bytes);
  cJSON_AddNumberToObject(json, "live_bytes", row.live_bytes);
  cJSON *outputs = cJSON_AddArrayToObject(json, "outputs");
  mote_tensor t;
  for (uint32_t i = 0; mote_operator_output(in->model->instance, graph, op, i, &t) == MOTE_OK; i++) {
    cJSON_AddItemToArray(outputs, tensor_json(&t));
  }
  cJSON_AddItemToObject(json, "live", live_json(in, graph, op));
  return json;
}

static cJSON *arena_json(const inspection *in) {
  peak largest = find_peak(in);
  cJSON *json = cJSON_CreateObject();
  cJSON_AddNumberToObject(json, "bytes", in->model->arena_bytes);
  cJSON_AddNumberToObject(json, "persistent_bytes", in->model->device.persistent_bytes);
  cJSON_AddNumberToObject(json, "state_bytes", in->layout.state_bytes);
  cJSON_AddNumberToObject(json, "scratch_bytes", in->model->device.scratch_bytes);
  cJSON_AddNumberToObject(json, "peak_bytes", largest.bytes);
  cJSON_AddNumberToObject(json, "peak_subgraph", largest.graph);
  cJSON_AddNumberToObject(json, "peak_operator", largest.op);
  return json;
}

static int print_json(const inspection *in) {
  cJSON *json = cJSON_CreateObject();
  cJSON_AddStringToObject(json, "model", in->model->path);
  cJSON_AddNumberToObject(json, "bytes", (double)in->model->file.size);
  cJSON_AddItemToObject(json, "inputs", operands_json(in, false));
  cJSON_AddItemToObject(json, "outputs", operands_json(in, true));
  cJSON_AddItemToObject(json, "arena", arena_json(in));
  cJSON *operators = cJSON_AddArrayToObject(json, "operators");
  double macs = 0;
  for (uint32_t g = 0; g < in->layout.graph_count; g++) {
    for (uint32_t op = 0; op < mote_operator_count(in->model->instance, g); op++) {
      cJSON *row = operator_json(in, g, op);
      macs += cJSON_GetNumberValue(cJSON_GetObjectItem(row, "macs"));
      cJSON_AddItemToArray(operators, row);
    }
  }
  cJSON_AddNumberToObject(json, "macs", macs);
  return mote_cli_print_json(in->args, json);
}

static int inspect(const mote_cli_args *args, const mote_cli_model *model) {
  mote_host_error error;
  inspection in = {.args = args, .model = model};
  if (!lay_out(&in, &error)) {
    return mote_cli_fail(args, MOTE_EXIT_FAILED, "%s", error.text);
  }
  int code = mote_cli_wants_json(args) ? print_json(&in) : print_text(&in);
  mote_buffer_free(&in.work);
  return code;
}

int mote_cli_inspect(const mote_cli_args *args) {
  mote_cli_model model;
  int code = mote_cli_open_model(args, &model);
  if (code == MOTE_EXIT_OK) {
    code = inspect(args, &model);
  }
  mote_cli_close_model(&model);
  return code;
}
