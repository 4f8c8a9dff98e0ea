/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REASONS_SHOWN = 20 };

typedef struct {
  const char *heading;
  char *name; /* owned */
  size_t counts[CHECK_OUTCOME_COUNT];
} row;

typedef struct {
  char *text; /* owned */
  size_t case_count;
  size_t last_case;
} reason;

struct check_table {
  const char *heading;
  row *rows;
  size_t row_count;
  reason *reasons;
  size_t reason_count;
  size_t case_number;
};

check_table *check_table_create(void) {
  check_table *table = check_alloc(sizeof *table);
  table->heading = "";
  table->case_number = 1;
  return table;
}

void check_table_free(check_table *table) {
  for (size_t i = 0; i < table->row_count; i++) {
    free(table->rows[i].name);
  }
  for (size_t i = 0; i < table->reason_count; i++) {
    free(table->reasons[i].text);
  }
  free(table->rows);
  free(table->reasons);
  free(table);
}

static char *copy_text(const char *text) {
  size_t bytes = strlen(text) + 1;
  char *copy = check_alloc(bytes);
  memcpy(copy, text, bytes);
  return copy;
}

/* The array with room for one element more. */
static void *grow(void *array, size_t count, size_t element_bytes) {
  void *larger = realloc(array, (count + 1) * element_bytes);
  if (!larger) {
    fprintf(stderr, "check: out of memory\n");
    exit(1);
  }
  return larger;
}

void check_table_heading(check_table *table, const char *heading) {
  table->heading = heading;
}

void check_table_count(check_table *table, const char *name, check_outcome outcome) {
  for (size_t i = table->row_count; i > 0; i--) { /* the last is the most likely */
    row *found = &table->rows[i - 1];
    if (strcmp(found->heading, table->heading) == 0 && strcmp(found->name, name) == 0) {
      found->counts[outcome]++;
      return;
    }
  }
  row new_row = {table->heading, copy_text(name), {0}};
  new_row.counts[outcome] = 1;
  table->rows = grow(table->rows, table->row_count, sizeof *table->rows);
  table->rows[table->row_count++] = new_row;
}

void check_table_reason(check_table *table, const char *text) {
  for (size_t i = 0; i < table->reason_count; i++) {
    reason *found = &table->reasons[i];
    if (strcmp(found->text, text) == 0) {
      found->case_count += found->last_case != table->case_number;
      found->last_case = table->case_number;
      return;
    }
  }
  reason new_reason = {copy_text(text), 1, table->case_number};
  table->reasons = grow(table->reasons, table->reason_count, sizeof *table->reasons);
  table->reasons[table->reason_count++] = new_reason;
}

void check_table_next_case(check_table *table) {
  table->case_number++;
}

size_t check_table_total(const check_table *table, check_outcome outcome) {
  size_t total = 0;
  for (size_t i = 0; i < table->row_count; i++) {
    total += table->rows[i].counts[outcome];
  }
  return total;
}

static void print_counts(const char *name, const size_t *counts) {
  printf("%-52s", name);
  for (int i = 0; i < CHECK_OUTCOME_COUNT; i++) {
    if (counts[i] > 0) {
      printf(" %11zu", counts[i]);
    } else {
      printf(" %11s", ".");
    }
  }
  printf("%s\n", counts[CHECK_FAILED] > 0 ? "  <-- failed" : "");
}

static int by_case_count(const void *a, const void *b) {
  const reason *x = a, *y = b;
  return x->case_count != y->case_count ? (x->case_count < y->case_count) - (x->case_count > y->case_count)
                                        : strcmp(x->text, y->text);
}

static void print_reasons(const check_table *table, bool all) {
  size_t shown = all || table->reason_count < REASONS_SHOWN ? table->reason_count : REASONS_SHOWN;
  qsort(table->reasons, table->reason_count, sizeof *table->reasons, by_case_count);
  printf("\nUnsupported, by the number of cases and models that need it:\n");
  for (size_t i = 0; i < shown; i++) {
    printf("%8zu  %s\n", table->reasons[i].case_count, table->reasons[i].text);
  }
  if (shown < table->reason_count) {
    printf("          and %zu more: see --list-unsupported\n", table->reason_count - shown);
  }
}

void check_table_print(const check_table *table, bool all_reasons) {
  const char *heading = "";
  size_t totals[CHECK_OUTCOME_COUNT];
  for (size_t i = 0; i < table->row_count; i++) {
    const row *r = &table->rows[i];
    if (strcmp(heading, r->heading) != 0) {
      heading = r->heading;
      printf("\n%-52s %11s %11s %11s %11s\n", heading, "passed", "failed", "known", "unsupported");
    }
    print_counts(r->name, r->counts);
  }
  for (int i = 0; i < CHECK_OUTCOME_COUNT; i++) {
    totals[i] = check_table_total(table, (check_outcome)i);
  }
  print_counts("total", totals);
  if (table->reason_count > 0) {
    print_reasons(table, all_reasons);
  }
}
