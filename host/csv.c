/* SPDX-License-Identifier: Apache-2.0 */
#include "csv.h"

#include <stdlib.h>
#include <string.h>

enum { NUMBER_BYTES = 64 };

typedef struct {
  const char *at;
  const char *end;
  size_t line;
  size_t rows;
  size_t columns; /* of the first row */
  size_t count;
  size_t capacity;
  double *values;
  mote_host_error *error;
} csv_reader;

static bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

static bool is_separator(char c) {
  return c == ',' || c == ';';
}

static bool append(csv_reader *reader, double value) {
  if (reader->count == reader->capacity) {
    size_t capacity = reader->capacity ? reader->capacity * 2 : 256;
    double *values = realloc(reader->values, capacity * sizeof *values);
    if (!values) {
      return MOTE_HOST_FAIL(reader->error, "out of memory: %zu numbers", capacity);
    }
    reader->values = values;
    reader->capacity = capacity;
  }
  reader->values[reader->count++] = value;
  return true;
}

static void skip_blanks(csv_reader *reader) {
  while (reader->at < reader->end && is_blank(*reader->at)) {
    reader->at++;
  }
}

static bool at_line_end(const csv_reader *reader) {
  return reader->at == reader->end || *reader->at == '\n';
}

/* Copies the field, since strtod wants a terminated string. */
static bool to_number(const char *field, size_t length, double *value) {
  char text[NUMBER_BYTES];
  char *rest;
  if (length >= sizeof text) {
    return false;
  }
  memcpy(text, field, length);
  text[length] = '\0';
  *value = strtod(text, &rest);
  return rest == text + length;
}

static bool read_number(csv_reader *reader, size_t column) {
  const char *field = reader->at;
  double value;
  while (!at_line_end(reader) && !is_blank(*reader->at) && !is_separator(*reader->at)) {
    reader->at++;
  }
  size_t length = (size_t)(reader->at - field);
  if (length == 0) {
    return MOTE_HOST_FAIL(reader->error, "line %zu, column %zu: a number is missing", reader->line, column);
  }
  if (!to_number(field, length, &value)) {
    return MOTE_HOST_FAIL(reader->error, "line %zu, column %zu: \"%.*s\" is not a number", reader->line, column,
                          (int)(length < NUMBER_BYTES ? length : NUMBER_BYTES), field);
  }
  return append(reader, value);
}

static bool read_row(csv_reader *reader) {
  size_t columns = 0;
  while (!at_line_end(reader)) {
    if (!read_number(reader, ++columns)) {
      return false;
    }
    skip_blanks(reader);
    if (!at_line_end(reader) && is_separator(*reader->at)) {
      reader->at++;
      skip_blanks(reader);
    }
  }
  if (reader->rows == 0) {
    reader->columns = columns;
  } else if (columns != reader->columns) {
    return MOTE_HOST_FAIL(reader->error, "line %zu has %zu columns, those before it have %zu", reader->line, columns,
                          reader->columns);
  }
  reader->rows++;
  return true;
}

static bool read_line(csv_reader *reader) {
  reader->line++;
  skip_blanks(reader);
  if (!at_line_end(reader) && *reader->at == '#') {
    while (!at_line_end(reader)) {
      reader->at++;
    }
  }
  if (!at_line_end(reader) && !read_row(reader)) {
    return false;
  }
  if (reader->at < reader->end) {
    reader->at++; /* the newline */
  }
  return true;
}

bool mote_csv_parse(const void *bytes, size_t size, mote_array *array, mote_host_error *error) {
  csv_reader reader = {.at = bytes, .end = (const char *)bytes + size, .error = error};
  *array = (mote_array){0};
  bool ok = true;
  while (ok && reader.at < reader.end) {
    ok = read_line(&reader);
  }
  if (ok && !reader.values) {
    ok = MOTE_HOST_FAIL(error, "there are no numbers");
  }
  const size_t dims[2] = {reader.rows, reader.columns};
  ok = ok && mote_array_create(array, MOTE_ARRAY_FLOAT64, 2, dims, error);
  if (ok) {
    memcpy(array->data, reader.values, array->bytes);
  }
  free(reader.values);
  return ok;
}
