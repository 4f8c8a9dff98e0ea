/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The real models of zoo/: NAME.tflite with
 *   NAME.io         inputs and outputs, by TensorFlow Lite's reference kernels (by TensorFlow Lite Micro, for what the
 *                   former refuses)
 *   NAME.tflm.io    where TensorFlow Lite Micro gives other bits
 *   NAME.reset.io   the first steps, each on a fresh interpreter; only for models with state
 *   NAME.mid.io     the outputs of every operator, by TensorFlow Lite; NAME.mid.csv tells which tensors they are
 * and a row of models.csv or keras.csv that tells, among others, where the two agree.
 */
#include "check.h"
#include "check_csv.h"
#include "host/builtin_names.h"
#include "host/file.h"
#include "host/mtio.h"
#include "mote/kernel.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FULLY_CONNECTED = 9 };

/* A part of the zoo: its folder, with one level of folders below, and its table. */
typedef struct {
  const char *folder;
  const char *facts;                      /* the table */
  const char *group_column, *name_column; /* which model a row is about */
} zoo_part;

static const zoo_part parts[] = {
    {"third_party", "models.csv", "group", "name"},
    {"keras", "keras.csv", "model", "variant"},
};

typedef struct {
  check_session *session;
  const char *name;       /* GROUP/NAME */
  const char *path;       /* without the extension */
  const char *tflm;       /* how TensorFlow Lite Micro compares with TensorFlow Lite: "identical", ... */
  const char *tflm_reset; /* the same for NAME.reset.io */
  const char *tflite;     /* "ok", or why TensorFlow Lite refuses the model */
  const char *ops;        /* "CONV_2D:5 ethos-u*:1": a star marks the custom ones */
  check_model model;
  bool is_hybrid; /* float activations with integer weights */
} zoo_model;

/* --- Golden files ------------------------------------------------------------------------------------------------- */

/* NAME.EXTENSION, if it exists: false, without an error, when it does not. */
static bool read_golden(const zoo_model *m, const char *extension, mote_buffer *golden) {
  char path[512];
  mote_host_error error;
  snprintf(path, sizeof path, "%s%s", m->path, extension);
  return mote_file_read(path, MOTE_FILE_MAX_BYTES, golden, &error);
}

static bool starts_with(const char *text, const char *start) {
  return strncmp(text, start, strlen(start)) == 0;
}

static mote_check_case case_of(const zoo_model *m, const mote_buffer *golden, bool by_tflite) {
  mote_check_case c = check_case_of(&m->model);
  c.golden = golden->data;
  c.golden_bytes = golden->size;
  c.mtol = m->is_hybrid ? 1e-2 : 1e-4;
  if (by_tflite) {
    c.kernels = check_single_rounding_kernels();
  }
  return c;
}

/* Golden files that do not hold what TensorFlow Lite Micro gives. */
static bool is_known_difference(const zoo_model *m, const char *what) {
  static const struct {
    const char *name, *what;
  } known[] = {
      /* TensorFlow Lite's int16 EXP gives negative numbers there. TensorFlow Lite Micro has none. */
      {"diabetes_mlp/int16x8", "outputs"},
      {"diabetes_mlp/int16x8", "intermediates"},
      /* Intermediate tensors are TensorFlow Lite's, whose int8 LSTM rounds once, TensorFlow Lite Micro's twice. */
      {"tflm/micro_speech_lstm", "intermediates"},
      {"gesture_lstm/k2fused_int8", "intermediates"},
  };
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (strcmp(m->name, known[i].name) == 0 && strcmp(what, known[i].what) == 0) {
      return true;
    }
  }
  return false;
}

static check_outcome count(const zoo_model *m, const char *what, const mote_check_case *c) {
  char name[256];
  if (is_known_difference(m, what)) {
    check_table_count(m->session->table, m->name, CHECK_KNOWN);
    return CHECK_KNOWN;
  }
  snprintf(name, sizeof name, "%s %s", m->name, what);
  return check_count_case(m->session, m->name, name, c, CHECK_PASSED);
}

static check_outcome check_outputs(const zoo_model *m, const mote_buffer *golden, bool by_tflm) {
  bool same = strcmp(m->tflm, "identical") == 0 || !starts_with(m->tflite, "ok");
  mote_check_case c = case_of(m, golden, !by_tflm && !same);
  return count(m, "outputs", &c);
}

static void check_resets(const zoo_model *m) {
  mote_buffer golden;
  if (!read_golden(m, ".reset.io", &golden)) {
    return;
  }
  mote_check_case c = case_of(m, &golden, strcmp(m->tflm_reset, "identical") != 0);
  c.reset_every_step = true;
  c.golden_only = true;
  count(m, "with resets", &c);
  mote_buffer_free(&golden);
}

/* The tensors that the outputs of the golden file are. NULL, and why, when the two do not fit. */
static uint16_t *read_tensors(const zoo_model *m, const mote_buffer *golden, mote_host_error *error) {
  char path[512];
  check_csv csv;
  mote_mtio file;
  uint16_t *tensors = NULL;
  snprintf(path, sizeof path, "%s.mid.csv", m->path);
  if (!check_csv_read(&csv, path, error)) {
    return NULL;
  }
  if (mote_mtio_parse(golden->data, golden->size, &file, error)) {
    if (file.output_count == csv.row_count) {
      tensors = check_alloc(csv.row_count * sizeof *tensors);
      for (size_t i = 0; i < csv.row_count; i++) {
        tensors[i] = (uint16_t)strtoul(check_csv_get(&csv, i, "tensor"), NULL, 10);
      }
    } else {
      mote_host_set_error(error, "%s: %zu rows for %zu tensors", path, csv.row_count, file.output_count);
    }
    mote_mtio_free(&file);
  }
  check_csv_free(&csv);
  return tensors;
}

static void check_intermediates(const zoo_model *m) {
  mote_buffer golden;
  mote_host_error error;
  if (!read_golden(m, ".mid.io", &golden)) {
    return;
  }
  uint16_t *tensors = read_tensors(m, &golden, &error);
  if (tensors) {
    mote_check_case c = case_of(m, &golden, starts_with(m->tflite, "ok"));
    c.tensors = tensors;
    c.golden_only = true;
    count(m, "intermediates", &c);
    free(tensors);
  } else {
    check_count_failure(m->session, m->name, m->name, error.text);
  }
  mote_buffer_free(&golden);
}

/* --- Refusals ----------------------------------------------------------------------------------------------------- */

typedef struct {
  const char *ops; /* as in the table */
  bool all_listed;
} refusal;

/* mote_unsupported() callback: the operator is a custom one of the table. */
static void check_listed(void *context, const mote_op_description *op) {
  refusal *r = context;
  char starred[72];
  snprintf(starred, sizeof starred, "%s*", mote_op_name_text(op).text);
  r->all_listed = r->all_listed && op->code == MOTE_CUSTOM && strstr(r->ops, starred) != NULL;
}

/* A model for other hardware, of which its custom operators are proof. */
static void check_refusal(const zoo_model *m) {
  mote_model model;
  refusal r = {m->ops, true};
  mote_status status = mote_open(&model, m->model.data, m->model.size, mote_all_kernels, NULL);
  if (status != MOTE_UNSUPPORTED_OPERATOR) {
    check_count_failure(m->session, m->name, m->name, "is not refused as unsupported");
  } else if (mote_unsupported(&model, check_listed, &r) == 0 || !r.all_listed) {
    check_count_failure(m->session, m->name, m->name, "is refused without the names of its custom operators");
  } else {
    check_table_count(m->session->table, m->name, CHECK_PASSED);
  }
}

/* --- Models ------------------------------------------------------------------------------------------------------- */

/* Whether any operator computes with float inputs and integer weights. */
static bool find_hybrid(const check_model *model) {
  mote_model opened;
  mote_op_description op;
  mote_open(&opened, model->data, model->size, mote_all_kernels, NULL);
  for (uint32_t g = 0; mote_describe_op(&opened, g, 0, &op) == MOTE_OK; g++) {
    for (uint32_t i = 0; mote_describe_op(&opened, g, i, &op) == MOTE_OK; i++) {
      if (op.types[0] == MOTE_FLOAT32 && (op.types[1] == MOTE_INT8 || op.types[1] == MOTE_INT4)) {
        return true;
      }
    }
  }
  return false;
}

static void check_goldens(const zoo_model *m) {
  mote_buffer golden;
  bool by_tflm = read_golden(m, ".tflm.io", &golden);
  if (by_tflm || read_golden(m, ".io", &golden)) {
    if (check_outputs(m, &golden, by_tflm) != CHECK_UNSUPPORTED) {
      check_resets(m);
      check_intermediates(m);
    }
    mote_buffer_free(&golden);
  } else if (strchr(m->ops, '*')) {
    check_refusal(m);
  } else {
    printf("skipped: %s has no golden outputs\n", m->name);
  }
}

static void check_zoo_model(zoo_model *m) {
  mote_buffer file;
  mote_host_error error;
  char path[512];
  snprintf(path, sizeof path, "%s.tflite", m->path);
  if (!mote_file_read(path, MOTE_FILE_MAX_BYTES, &file, &error)) {
    check_count_failure(m->session, m->name, m->name, error.text);
    return;
  }
  m->model = check_model_copy(file.data, file.size);
  mote_buffer_free(&file);
  m->is_hybrid = find_hybrid(&m->model);
  check_goldens(m);
  check_model_free(&m->model);
}

/* Where the models are that are being visited. */
typedef struct {
  check_session *session;
  const zoo_part *part;
  const check_csv *facts;
  const char *path; /* of the part's folder, then of the group in it */
  const char *group;
} zoo_place;

/* Looks the model up in the table: all fields are "" when it is not there. */
static void find_facts(zoo_model *m, const zoo_place *place, const char *name) {
  const check_csv *facts = place->facts;
  size_t row = 0;
  while (row < facts->row_count && (strcmp(check_csv_get(facts, row, place->part->group_column), place->group) != 0 ||
                                    strcmp(check_csv_get(facts, row, place->part->name_column), name) != 0)) {
    row++;
  }
  bool found = row < facts->row_count;
  m->tflm = found ? check_csv_get(facts, row, "tflm") : "";
  m->tflm_reset = found ? check_csv_get(facts, row, "tflm_reset") : "";
  m->tflite = found ? check_csv_get(facts, row, "tflite_ref") : "";
  m->ops = found ? check_csv_get(facts, row, "ops") : "";
}

static void visit_file(void *context, const char *file) {
  const zoo_place *place = context;
  char name[128], path[512], full_name[256];
  if (!mote_path_has_extension(file, ".tflite")) {
    return;
  }
  snprintf(name, sizeof name, "%.*s", (int)(strlen(file) - strlen(".tflite")), file);
  snprintf(path, sizeof path, "%s/%s", place->path, name);
  snprintf(full_name, sizeof full_name, "%s/%s", place->group, name);
  zoo_model m = {.session = place->session, .name = full_name, .path = path};
  find_facts(&m, place, name);
  if (check_wants(place->session, full_name)) {
    check_zoo_model(&m);
  }
}

static void visit_group(void *context, const char *group) {
  zoo_place place = *(const zoo_place *)context;
  mote_host_error error;
  char *path = mote_path_join(place.path, group, &error);
  place.path = path;
  place.group = group;
  if (path) {
    check_each_entry(path, visit_file, &place); /* what is no folder holds no models */
  }
  free(path);
}

static void check_part(check_session *session, const char *zoo, const zoo_part *part) {
  mote_host_error error;
  check_csv facts;
  char *folder = mote_path_join(zoo, part->folder, &error);
  char *table = mote_path_join(zoo, part->facts, &error);
  zoo_place place = {.session = session, .part = part, .facts = &facts, .path = folder};
  check_table_heading(session->table, part->folder);
  if (!folder || !table || !check_file_exists(table)) {
    printf("skipped: there is no file %s/%s\n", zoo, part->facts);
  } else if (check_csv_read(&facts, table, &error)) {
    check_each_entry(folder, visit_group, &place);
    check_csv_free(&facts);
  } else {
    check_count_failure(session, part->facts, part->facts, error.text);
  }
  free(folder);
  free(table);
}

void check_zoo(check_session *session) {
  mote_host_error error;
  char *zoo = mote_path_join(session->options.shared, "zoo", &error);
  for (size_t i = 0; zoo && i < sizeof parts / sizeof parts[0]; i++) {
    check_part(session, zoo, &parts[i]);
  }
  free(zoo);
}
