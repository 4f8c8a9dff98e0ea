/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/model.h"

#include "host/builtin_names.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Appends to the text as far as it goes. */
__attribute__((format(printf, 3, 4))) static void add(char *text, size_t text_bytes, const char *format, ...) {
  size_t used = strlen(text);
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text + used, text_bytes - used, format, arguments);
  va_end(arguments);
}

void mote_cli_describe_error(const mote_model *model, const mote_error *error, char *text, size_t text_bytes) {
  text[0] = '\0';
  if (error->op != MOTE_NOWHERE) {
    mote_op_description op;
    bool is_known = mote_describe_op(model, error->subgraph, error->op, &op) == MOTE_OK;
    if (error->subgraph > 0) {
      add(text, text_bytes, "subgraph %u, ", error->subgraph);
    }
    add(text, text_bytes, "operator %u (%s)", error->op, is_known ? mote_op_name_text(&op).text : "?");
    add(text, text_bytes, "%s", error->tensor == MOTE_NOWHERE ? ": " : ", ");
  }
  if (error->tensor != MOTE_NOWHERE) {
    add(text, text_bytes, "tensor %u: ", error->tensor);
  }
  add(text, text_bytes, "%s", mote_status_text(error->status));
  if (error->text) {
    add(text, text_bytes, " (%s)", error->text);
  }
  if (error->needed || error->available) {
    add(text, text_bytes, "; needed %d, got %d", (int)error->needed, (int)error->available);
  }
}

static int fail(const mote_cli_args *args, const mote_cli_model *model, const mote_error *error) {
  char text[512];
  mote_cli_describe_error(&model->model, error, text, sizeof text);
  return mote_cli_fail(args, MOTE_EXIT_MODEL, "%s: %s", model->path, text);
}

typedef struct {
  const mote_cli_args *args;
  const char *path;
} unsupported_context;

static void report_unsupported(void *context, const mote_op_description *op) {
  const unsupported_context *c = context;
  const char *why = op->status == MOTE_UNSUPPORTED_TYPE ? "not with these types" : "no such operator in mote";
  mote_cli_fail(c->args, MOTE_EXIT_MODEL, "%s: subgraph %u, operator %u (%s) %s: %s", c->path, op->subgraph, op->op,
                mote_op_name_text(op).text, mote_op_types_text(op).text, why);
}

static int fail_to_open(const mote_cli_args *args, const mote_cli_model *model, const mote_error *error) {
  if (error->status != MOTE_UNSUPPORTED_OPERATOR && error->status != MOTE_UNSUPPORTED_TYPE) {
    return fail(args, model, error);
  }
  unsupported_context context = {args, model->path};
  uint32_t count = mote_unsupported(&model->model, report_unsupported, &context);
  return mote_cli_fail(args, MOTE_EXIT_MODEL, "%s: %u operator%s not supported; `mote ops` lists what is", model->path,
                       count, count == 1 ? "" : "s");
}

static uint32_t arena_of(const mote_needs *needs) {
  return ((needs->persistent_bytes + 7) & ~7u) + needs->scratch_bytes;
}

static bool allocate(mote_buffer *buffer, size_t size, mote_host_error *error) {
  buffer->data = mote_host_alloc(size, 1, error);
  buffer->size = size;
  return buffer->data != NULL;
}

int mote_cli_open_model(const mote_cli_args *args, mote_cli_model *model) {
  mote_host_error host_error;
  mote_error error;
  memset(model, 0, sizeof *model);
  model->path = mote_cli_operand(args);
  if (!mote_file_read(model->path, MOTE_FILE_MAX_BYTES, &model->file, &host_error)) {
    return mote_cli_fail(args, MOTE_EXIT_FAILED, "%s", host_error.text);
  }
  if (mote_open(&model->model, model->file.data, model->file.size, mote_all_kernels, &error) != MOTE_OK) {
    return fail_to_open(args, model, &error);
  }
  mote_buffer work = {0};
  if (!allocate(&work, model->model.plan_bytes, &host_error)) {
    return mote_cli_fail(args, MOTE_EXIT_FAILED, "%s", host_error.text);
  }
  bool measured = mote_measure_for(&model->model, 4, work.data, work.size, &model->device, &error) == MOTE_OK &&
                  mote_measure(&model->model, work.data, work.size, &model->host, &error) == MOTE_OK;
  mote_buffer_free(&work);
  if (!measured) {
    return fail(args, model, &error);
  }
  model->arena_bytes = arena_of(&model->device);
  model->host_arena_bytes = arena_of(&model->host);
  if (!allocate(&model->arena, model->host_arena_bytes, &host_error)) {
    return mote_cli_fail(args, MOTE_EXIT_FAILED, "%s", host_error.text);
  }
  if (mote_create(&model->instance, &model->model, model->arena.data, model->arena.size, &error) != MOTE_OK) {
    return fail(args, model, &error);
  }
  return MOTE_EXIT_OK;
}

void mote_cli_close_model(mote_cli_model *model) {
  mote_buffer_free(&model->file);
  mote_buffer_free(&model->arena);
}
