/* SPDX-License-Identifier: Apache-2.0 */
#include "check_csv.h"

#include "host/file.h"

#include <stdlib.h>
#include <string.h>

/* Moves over one field and terminates it. `*end` is the character that ended it: ',', '\n', or '\0' at the end. */
static char *take_field(char **next, char *end) {
  char *from = *next, *field = from, *to = from;
  bool quoted = *from == '"';
  if (quoted) {
    from++;
    for (; *from && (*from != '"' || from[1] == '"'); from++) {
      from += *from == '"';
      *to++ = *from;
    }
    from += *from == '"';
  }
  for (; *from && *from != ',' && *from != '\n'; from++) {
    if (*from != '\r') {
      *to++ = *from;
    }
  }
  *end = *from;
  *next = from + (*from != '\0');
  *to = '\0';
  return field;
}

static size_t count_fields(const char *text) {
  size_t count = 1;
  for (; *text; text++) {
    count += *text == ',' || *text == '\n';
  }
  return count;
}

static bool split(check_csv *csv, mote_host_error *error) {
  char *next = csv->text;
  size_t count = 0, in_row = 0;
  csv->fields = mote_host_alloc(count_fields(csv->text), sizeof *csv->fields, error);
  if (!csv->fields) {
    return false;
  }
  while (*next) {
    char end;
    csv->fields[count++] = take_field(&next, &end);
    in_row++;
    if (end == ',') {
      continue;
    }
    if (csv->column_count == 0) {
      csv->column_count = in_row;
    } else if (in_row != csv->column_count) {
      return MOTE_HOST_FAIL(error, "row %zu has %zu fields, not %zu", count / csv->column_count + 1, in_row,
                            csv->column_count);
    }
    in_row = 0;
  }
  if (in_row > 0 || csv->column_count == 0) {
    return MOTE_HOST_FAIL(error, "the table ends amid a row, or has no header");
  }
  csv->row_count = count / csv->column_count - 1;
  return true;
}

bool check_csv_read(check_csv *csv, const char *path, mote_host_error *error) {
  mote_buffer file;
  *csv = (check_csv){0};
  if (!mote_file_read(path, MOTE_FILE_MAX_BYTES, &file, error)) {
    return false;
  }
  csv->text = mote_host_alloc(file.size + 1, 1, error);
  if (csv->text) {
    memcpy(csv->text, file.data, file.size);
  }
  mote_buffer_free(&file);
  if (csv->text && split(csv, error)) {
    return true;
  }
  check_csv_free(csv);
  return mote_host_fail_in(error, path);
}

void check_csv_free(check_csv *csv) {
  free(csv->text);
  free(csv->fields);
  *csv = (check_csv){0};
}

const char *check_csv_get(const check_csv *csv, size_t row, const char *column) {
  for (size_t i = 0; i < csv->column_count; i++) {
    if (strcmp(csv->fields[i], column) == 0) {
      return csv->fields[(row + 1) * csv->column_count + i];
    }
  }
  return "";
}
