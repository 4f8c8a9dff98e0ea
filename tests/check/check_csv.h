/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of text with a header line. (host/csv.h reads tables of numbers.) */
#ifndef MOTE_CHECK_CSV_H
#define MOTE_CHECK_CSV_H

#include "host/error.h"

#include <stdint.h>

/* Fields stand apart by commas, may be quoted, and may then hold commas, newlines and doubled quotes. */
typedef struct {
  char *text; /* owned: the file, with every field terminated */
  const char **fields;
  size_t row_count; /* the header not counted */
  size_t column_count;
} check_csv;

bool check_csv_read(check_csv *csv, const char *path, mote_host_error *error);
void check_csv_free(check_csv *csv);

/* The field of a row under a column's name; "" when there is no such column. */
const char *check_csv_get(const check_csv *csv, size_t row, const char *column);

#endif
