/* SPDX-License-Identifier: Apache-2.0 */
/* Tables of numbers as text. */
#ifndef MOTE_HOST_CSV_H
#define MOTE_HOST_CSV_H

#include "array.h"

/* One row a line, as many numbers in each as in the first; the array is float64 [rows, columns]. Numbers stand apart by
 * a comma, a semicolon, blanks or tabs; one separator may end a line. Empty lines and lines that begin with # are
 * skipped. Numbers are C's ("-1", "2.5e-3", "inf", "nan"). */
bool mote_csv_parse(const void *bytes, size_t size, mote_array *array, mote_host_error *error);

#endif
