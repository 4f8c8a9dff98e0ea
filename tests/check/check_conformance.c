/* SPDX-License-Identifier: Apache-2.0 */
/* The single operators and small graphs of conformance/: a manifest.csv and the archives that it names. */
#include "check.h"
#include "check_csv.h"
#include "host/file.h"
#include "host/mtio.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUICK_STRIDE = 13 }; /* a prime number: variants of a case often come in even numbers */

/* The archive of the current case; those of one archive follow each other. */
typedef struct {
  const char *name;
  mote_buffer file;
  mote_mtar entries;
} archive;

static bool open_archive(archive *a, const char *folder, const char *name, mote_host_error *error) {
  if (a->name && strcmp(a->name, name) == 0) {
    return true;
  }
  mote_buffer_free(&a->file);
  a->name = NULL;
  char *path = mote_path_join(folder, name, error);
  bool ok = path && mote_file_read(path, MOTE_FILE_MAX_BYTES, &a->file, error) &&
            mote_mtar_parse(a->file.data, a->file.size, &a->entries, error);
  free(path);
  a->name = ok ? name : NULL;
  return ok;
}

static bool find_entry(const archive *a, const char *name, const char *extension, mote_mtar_entry *entry) {
  char full_name[MOTE_MTAR_NAME_BYTES];
  snprintf(full_name, sizeof full_name, "%s%s", name, extension);
  return mote_mtar_find(&a->entries, full_name, entry);
}

/* A row of the manifest. */
typedef struct {
  const char *name, *archive, *op, *dtype, *options, *oracle, *note;
  double atol, rtol;
} manifest_row;

static manifest_row read_row(const check_csv *manifest, size_t row) {
  return (manifest_row){
      .name = check_csv_get(manifest, row, "name"),
      .archive = check_csv_get(manifest, row, "archive"),
      .op = check_csv_get(manifest, row, "op"),
      .dtype = check_csv_get(manifest, row, "dtype"),
      .options = check_csv_get(manifest, row, "options"),
      .oracle = check_csv_get(manifest, row, "oracle"),
      .note = check_csv_get(manifest, row, "note"),
      .atol = strtod(check_csv_get(manifest, row, "atol"), NULL),
      .rtol = strtod(check_csv_get(manifest, row, "rtol"), NULL),
  };
}

static bool starts_with(const char *text, const char *start) {
  return strncmp(text, start, strlen(start)) == 0;
}

/* TensorFlow Lite Micro's answer is a defect that mote does not copy. */
static bool is_known_difference(const manifest_row *row) {
  bool quirk = starts_with(row->note, "TFLM quirk") || starts_with(row->note, "TFLM ignores");
  bool requantises = strcmp(row->op, "RELU6") == 0 && strcmp(row->dtype, "f32") != 0;
  return (quirk || requantises) && strcmp(row->oracle, "both-equal") != 0;
}

/* TensorFlow Lite has no reference kernel of int8 TILE: the golden results of a network with one come from its optimised
 * kernels, all of which round in their own way. */
static bool is_by_optimised_kernels(const manifest_row *row) {
  return strstr(row->note, "opcode 'TILE'") != NULL && starts_with(row->dtype, "int8");
}

/* What the operator means: TensorFlow Lite's answer where there is one, else that of real arithmetic, rounded. NULL when
 * neither is to be had. */
static uint8_t *known_golden(const archive *a, const manifest_row *row, const check_model *model,
                             const mote_mtar_entry *io, mote_check_case *c) {
  mote_mtar_entry alt;
  if (find_entry(a, row->name, ".alt", &alt)) {
    return check_golden_with_outputs(io->data, io->size, alt.data, alt.size);
  }
  c->integer_tolerance = 1;
  return check_golden_in_reals(model, row->op, row->options, io->data, io->size);
}

static void run_case(check_session *session, const archive *a, const manifest_row *row, const char *table_row) {
  mote_mtar_entry tflite, io;
  if (!find_entry(a, row->name, ".tflite", &tflite) || !find_entry(a, row->name, ".io", &io)) {
    check_count_failure(session, table_row, row->name, "the archive does not hold its .tflite and .io");
    return;
  }
  check_model model = check_model_copy(tflite.data, tflite.size);
  mote_check_case c = check_case_of(&model);
  uint8_t *known = is_known_difference(row) ? known_golden(a, row, &model, &io, &c) : NULL;
  c.golden = known ? known : io.data;
  c.golden_bytes = io.size;
  c.atol = row->atol;
  c.rtol = row->rtol;
  if (strcmp(row->oracle, "tflite") == 0) {
    c.kernels = check_single_rounding_kernels();
  }
  if (is_by_optimised_kernels(row)) {
    c.integer_tolerance = 1;
    c.mtol = 2e-2;
  }
  check_count_case(session, table_row, row->name, &c,
                   known || is_by_optimised_kernels(row) ? CHECK_KNOWN : CHECK_PASSED);
  free(known);
  check_model_free(&model);
}

static void run_manifest(check_session *session, const char *folder, const check_csv *manifest) {
  archive a = {0};
  for (size_t i = 0; i < manifest->row_count; i++) {
    manifest_row row = read_row(manifest, i);
    char table_row[64];
    mote_host_error error;
    if (!check_wants(session, row.name) || (session->options.quick && i % QUICK_STRIDE != 0) ||
        (session->options.op && strcmp(session->options.op, row.op) != 0)) {
      continue;
    }
    snprintf(table_row, sizeof table_row, "%s %s", row.op, row.dtype);
    if (open_archive(&a, folder, row.archive, &error)) {
      run_case(session, &a, &row, table_row);
    } else {
      check_count_failure(session, table_row, row.name, error.text);
    }
  }
  mote_buffer_free(&a.file);
}

typedef struct {
  check_session *session;
  const char *folder; /* conformance/ */
} conformance;

/* A folder of conformance/, unless it has no manifest. */
static void run_set(void *context, const char *name) {
  const conformance *all = context;
  mote_host_error error;
  check_csv manifest;
  char *set = mote_path_join(all->folder, name, &error);
  char *path = set ? mote_path_join(set, "manifest.csv", &error) : NULL;
  if (path && check_file_exists(path)) {
    if (check_csv_read(&manifest, path, &error)) {
      run_manifest(all->session, set, &manifest);
      check_csv_free(&manifest);
    } else {
      check_count_failure(all->session, name, "manifest.csv", error.text);
    }
  }
  free(path);
  free(set);
}

void check_conformance(check_session *session) {
  mote_host_error error;
  char *folder = mote_path_join(session->options.shared, "conformance", &error);
  conformance all = {session, folder};
  check_table_heading(session->table, "conformance");
  if (folder && !check_each_entry(folder, run_set, &all)) {
    printf("skipped: there is no folder %s\n", folder);
  }
  free(folder);
}
