/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include "host/csv.h"

#include <math.h>

static void check_table(const char *text, size_t rows, size_t columns, const double *values) {
  mote_host_error error;
  mote_array array;
  CHECK_WORKS(mote_csv_parse(text, strlen(text), &array, &error), error);
  CHECK(array.type == MOTE_ARRAY_FLOAT64 && array.rank == 2 && array.dims[0] == rows && array.dims[1] == columns);
  if (CHECK(array.bytes == rows * columns * sizeof *values)) {
    CHECK(memcmp(array.data, values, array.bytes) == 0);
  }
  mote_array_free(&array);
}

static void test_tables(void) {
  const double four[] = {1, -2.5, 3e2, 4};
  check_table("1,-2.5\n3e2,4\n", 2, 2, four);
  check_table("1,-2.5\n3e2,4", 2, 2, four);
  check_table(" 1 , -2.5 \r\n\t3e2;4\r\n", 2, 2, four);
  check_table("# x y\n\n1 -2.5\n  \n3e2\t4\n#end", 2, 2, four);
  check_table("1, -2.5,\n3e2, 4,\n", 2, 2, four);
  check_table("1\n-2.5\n3e2\n4", 4, 1, four);
  check_table("1,-2.5,3e2,4", 1, 4, four);
  const double special[] = {INFINITY, -INFINITY, 16777217.0};
  check_table("inf,-inf,16777217", 1, 3, special);
}

static void check_refused(const char *text, size_t size, const char *part) {
  mote_host_error error;
  mote_array array;
  CHECK_FAILS(mote_csv_parse(text, size, &array, &error), error, part);
  CHECK(!array.data);
}

static void check_text_refused(const char *text, const char *part) {
  check_refused(text, strlen(text), part);
}

static void test_refusals(void) {
  char digits[100];
  memset(digits, '1', sizeof digits);
  check_text_refused("", "there are no numbers");
  check_text_refused("\n# nothing\n", "there are no numbers");
  check_text_refused("1,2\n3\n", "line 2 has 1 columns, those before it have 2");
  check_text_refused("1,2\n3,4,5", "line 2 has 3 columns");
  check_text_refused("a,b\n1,2\n", "line 1, column 1: \"a\" is not a number");
  check_text_refused("1,\n\n2,3x\n", "line 3, column 2: \"3x\" is not a number");
  check_text_refused("1,,2", "line 1, column 2: a number is missing");
  check_text_refused(",1", "line 1, column 1: a number is missing");
  check_text_refused("1,2 # two", "column 3: \"#\" is not a number");
  check_refused(digits, sizeof digits, "111\" is not a number");
  check_refused("1\0002", 3, "line 1, column 1: \"1\" is not a number");
}

/* A cut table may still be a table, so only crashes count: nothing may be read beyond the last byte. */
static void test_cuts(void) {
  static const char text[] = "# a\n1.5, -2e5,\r\n 3;4\n";
  for (size_t size = 0; size < sizeof text; size++) {
    char *copy = malloc(size ? size : 1);
    mote_host_error error;
    mote_array array;
    if (!copy) {
      abort();
    }
    memcpy(copy, text, size);
    bool ok = mote_csv_parse(copy, size, &array, &error);
    CHECK(ok || error.text[0] != '\0');
    mote_array_free(&array);
    free(copy);
  }
}

int main(void) {
  test_tables();
  test_refusals();
  test_cuts();
  return check_report();
}
