/* SPDX-License-Identifier: Apache-2.0 */
/* The models of this repository, whose inputs and outputs (by TensorFlow Lite Micro) are tables of numbers. */
#include "check.h"
#include "host/csv.h"
#include "host/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Rows of numbers of which some columns are a tensor: element = factor * number + offset. */
typedef struct {
  const char *path;
  size_t first_column;
  size_t column_count; /* 0: all that follow */
  double factor, offset;
} columns;

typedef struct {
  const char *name, *model;
  columns inputs, outputs;
} repository_model;

static const repository_model models[] = {
    {"models/digits",
     "models/digits/digits.tflite",
     {"models/digits/digits_test.csv", 1, 0, 15, -128},
     {"models/digits/digits_golden.csv", 0, 0, 1, 0}},
    {"models/sine",
     "models/sine/sine.tflite",
     {"models/sine/sine_golden.csv", 0, 1, 1, 0},
     {"models/sine/sine_golden.csv", 1, 1, 1, 0}},
};

typedef struct {
  int8_t *data; /* owned */
  size_t row_count, row_bytes;
} rows;

static rows take_columns(const mote_array *table, const columns *c) {
  size_t width = table->dims[1];
  size_t row_bytes = c->column_count ? c->column_count : width - c->first_column;
  rows r = {check_alloc(table->dims[0] * row_bytes), table->dims[0], row_bytes};
  for (size_t i = 0; i < r.row_count * row_bytes; i++) {
    size_t column = c->first_column + i % row_bytes;
    double value = mote_array_get(table, i / row_bytes * width + column);
    r.data[i] = (int8_t)(c->factor * value + c->offset);
  }
  return r;
}

static bool read_rows(const columns *c, rows *r, mote_host_error *error) {
  mote_buffer file;
  mote_array table;
  if (!mote_file_read(c->path, MOTE_FILE_MAX_BYTES, &file, error)) {
    return false;
  }
  bool ok = mote_csv_parse(file.data, file.size, &table, error);
  if (ok) {
    ok = table.dims[1] >= c->first_column + (c->column_count ? c->column_count : 1);
    mote_host_set_error(error, "has too few columns");
    if (ok) {
      *r = take_columns(&table, c);
    }
    mote_array_free(&table);
  }
  mote_buffer_free(&file);
  return ok || mote_host_fail_in(error, c->path);
}

static void check_rows(check_session *session, const repository_model *m, const mote_buffer *file, const rows *inputs,
                       const rows *outputs) {
  size_t golden_bytes;
  check_model model = check_model_copy(file->data, file->size);
  uint8_t *golden = check_golden_from_rows(inputs->data, inputs->row_bytes, outputs->data, outputs->row_bytes,
                                           inputs->row_count, &golden_bytes);
  mote_check_case c = check_case_of(&model);
  c.golden = golden;
  c.golden_bytes = golden_bytes;
  check_count_case(session, m->name, m->name, &c, CHECK_PASSED);
  free(golden);
  check_model_free(&model);
}

static bool check_model_of(check_session *session, const repository_model *m, const mote_buffer *file,
                           mote_host_error *error) {
  rows inputs, outputs;
  if (!read_rows(&m->inputs, &inputs, error)) {
    return false;
  }
  bool ok = read_rows(&m->outputs, &outputs, error);
  if (ok) {
    if (inputs.row_count == outputs.row_count) {
      check_rows(session, m, file, &inputs, &outputs);
    } else {
      ok = MOTE_HOST_FAIL(error, "%s: not as many rows as inputs", m->outputs.path);
    }
    free(outputs.data);
  }
  free(inputs.data);
  return ok;
}

void check_repository_models(check_session *session) {
  check_table_heading(session->table, "repository");
  for (size_t i = 0; i < sizeof models / sizeof models[0]; i++) {
    mote_buffer file;
    mote_host_error error;
    const repository_model *m = &models[i];
    if (!check_wants(session, m->name)) {
      continue;
    }
    bool ok = mote_file_read(m->model, MOTE_FILE_MAX_BYTES, &file, &error);
    if (ok) {
      ok = check_model_of(session, m, &file, &error);
      mote_buffer_free(&file);
    }
    if (!ok) {
      check_count_failure(session, m->name, m->name, error.text);
    }
  }
}
