/* SPDX-License-Identifier: Apache-2.0 */
/* mote header: a model file as a C source and header, with the list of the kernels that it needs. */
#include "cli/model.h"
#include "runtime/model.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

int mote_cli_header(const mote_cli_args *args);

typedef struct {
  const mote_cli_args *args;
  const mote_cli_model *model;
  char name[64]; /* what the C names begin with */
  char macro[64];
} header;

/* The option, or the file's name with all that C does not allow in a name as '_'. */
static bool choose_name(header *h) {
  const char *given = mote_cli_text(h->args, "name", 0);
  const char *slash = strrchr(h->model->path, '/');
  const char *stem = given ? given : slash ? slash + 1 : h->model->path;
  size_t length = strcspn(stem, given ? "" : ".");
  if (length == 0 || length >= sizeof h->name) {
    return false;
  }
  bool is_name = true;
  for (size_t i = 0; i < length; i++) {
    bool allowed = isalnum((unsigned char)stem[i]) || stem[i] == '_';
    is_name = is_name && allowed && !(i == 0 && isdigit((unsigned char)stem[i]));
    h->name[i] = allowed ? stem[i] : '_';
    h->macro[i] = (char)toupper((unsigned char)h->name[i]);
  }
  if (isdigit((unsigned char)h->name[0])) {
    h->name[0] = h->macro[0] = '_';
  }
  return is_name || !given;
}

static void print_shape(FILE *file, const mote_tensor *t) {
  for (uint32_t d = 0; d < t->shape.rank; d++) {
    fprintf(file, "%s%d", d ? "x" : "", t->shape.dims[d]);
  }
  fprintf(file, "%s%s", t->shape.rank ? " " : "", mote_type_name(t->type));
  if (t->scale_count == 1) {
    fprintf(file, ", real = %.9g * (element - %d)", (double)t->scale[0], t->zero_point);
  }
}

static void print_tensors(FILE *file, const header *h, bool outputs) {
  mote_tensor t;
  for (uint32_t i = 0; (outputs ? mote_output : mote_input)(h->model->instance, i, &t) == MOTE_OK; i++) {
    fprintf(file, "/* %s %u, \"%.*s\": ", outputs ? "output" : "input", i, (int)t.name_bytes, t.name);
    print_shape(file, &t);
    fprintf(file, " */\n#define %s_%s_%u_BYTES %u\n", h->macro, outputs ? "OUTPUT" : "INPUT", i, t.bytes);
  }
}

static void print_memory(FILE *file, const header *h, uint32_t arena_bytes, const mote_needs *needs) {
  fprintf(file, "#define %s_ARENA_BYTES %u\n", h->macro, arena_bytes);
  fprintf(file, "#define %s_PERSISTENT_BYTES %u\n", h->macro, needs->persistent_bytes);
  fprintf(file, "#define %s_SCRATCH_BYTES %u\n", h->macro, needs->scratch_bytes);
}

static void print_header(FILE *file, const header *h) {
  fprintf(file, "/* Made by `mote header` from %s. */\n#ifndef %s_H\n#define %s_H\n\n",
          strrchr(h->model->path, '/') ? strrchr(h->model->path, '/') + 1 : h->model->path, h->macro, h->macro);
  fprintf(file, "#include \"mote/mote.h\"\n\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n");
  fprintf(file, "#define %s_MODEL_BYTES %zu\n\n", h->macro, h->model->file.size);
  fprintf(file, "/* All the memory that mote_create() needs, and the two parts of it that mote_create_shared() takes,\n"
                " * each at an 8-byte boundary: exact. */\n");
  fprintf(file, "#if UINTPTR_MAX > 0xFFFFFFFFu\n");
  print_memory(file, h, h->model->host_arena_bytes, &h->model->host);
  fprintf(file, "#else\n");
  print_memory(file, h, h->model->arena_bytes, &h->model->device);
  fprintf(file, "#endif\n\n");
  print_tensors(file, h, false);
  print_tensors(file, h, true);
  fprintf(file, "\nextern const uint8_t %s_model[%s_MODEL_BYTES];\n", h->name, h->macro);
  fprintf(file, "/* The kernels that the model needs: only these are linked. */\n");
  fprintf(file, "extern const mote_kernel *const %s_kernels[];\n", h->name);
  fprintf(file, "\n#ifdef __cplusplus\n}\n#endif\n#endif\n");
}

static bool model_uses(const mote_cli_model *model, const mote_kernel *kernel) {
  mote_op_info info;
  if (kernel->op->code == MOTE_METADATA) {
    return mote_model_metadata(&model->model, kernel->op->name).count > 0;
  }
  for (uint32_t g = 0; g < mote_model_graph_count(&model->model); g++) {
    for (uint32_t op = 0; mote_operator(model->instance, g, op, &info) == MOTE_OK; op++) {
      if (info.kernel == kernel) {
        return true;
      }
    }
  }
  return false;
}

/* In the order of mote_all_kernels, so that the same ones are chosen. */
static void print_kernels(FILE *file, const header *h) {
  for (const mote_kernel *const *k = mote_all_kernels; *k; k++) {
    if (model_uses(h->model, *k)) {
      fprintf(file, "extern const mote_kernel mote_kernel_%s;\n", mote_kernel_name(*k));
    }
  }
  fprintf(file, "\nconst mote_kernel *const %s_kernels[] = {\n", h->name);
  for (const mote_kernel *const *k = mote_all_kernels; *k; k++) {
    if (model_uses(h->model, *k)) {
      fprintf(file, "  &mote_kernel_%s,\n", mote_kernel_name(*k));
    }
  }
  fprintf(file, "  NULL,\n};\n");
}

static void print_source(FILE *file, const header *h) {
  enum { BYTES_A_LINE = 24 };
  fprintf(file, "/* Made by `mote header`. */\n#include \"%s.h\"\n\n#include \"mote/kernel.h\"\n\n", h->name);
  print_kernels(file, h);
  fprintf(file, "\nMOTE_ALIGNED(16) const uint8_t %s_model[%s_MODEL_BYTES] = {", h->name, h->macro);
  for (size_t i = 0; i < h->model->file.size; i++) {
    fprintf(file, "%s%u,", i % BYTES_A_LINE ? "" : "\n  ", h->model->file.data[i]);
  }
  fprintf(file, "\n};\n");
}

static bool write_file(const header *h, const char *extension, void (*print)(FILE *, const header *),
                       mote_host_error *error) {
  char file_name[80];
  mote_file_output output;
  snprintf(file_name, sizeof file_name, "%s.%s", h->name, extension);
  char *path = mote_path_join(mote_cli_text(h->args, "output-dir", 0), file_name, error);
  bool ok = path && mote_file_output_open(&output, path, error);
  if (ok) {
    print(output.stream, h);
    ok = mote_file_output_commit(&output, error);
  }
  free(path);
  return ok;
}

static int write_header(const mote_cli_args *args, const mote_cli_model *model) {
  mote_host_error error;
  header h = {.args = args, .model = model};
  if (!choose_name(&h)) {
    return mote_cli_fail(args, MOTE_EXIT_USAGE, "--name must be a name of C of at most %zu characters",
                         sizeof h.name - 1);
  }
  bool ok = mote_directory_create(mote_cli_text(args, "output-dir", 0), &error) &&
            write_file(&h, "c", print_source, &error) && write_file(&h, "h", print_header, &error);
  return ok ? MOTE_EXIT_OK : mote_cli_fail(args, MOTE_EXIT_FAILED, "%s", error.text);
}

int mote_cli_header(const mote_cli_args *args) {
  mote_cli_model model;
  int code = mote_cli_open_model(args, &model);
  if (code == MOTE_EXIT_OK) {
    code = write_header(args, &model);
  }
  mote_cli_close_model(&model);
  return code;
}
