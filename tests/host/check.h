/* SPDX-License-Identifier: Apache-2.0 */
/* Checks for the host's tests. A test is one program: checks, then `return check_report();`. */
#ifndef MOTE_TESTS_HOST_CHECK_H
#define MOTE_TESTS_HOST_CHECK_H

#include "host/error.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  int passed;
  int failed;
} check_counts;

static inline check_counts *check_get_counts(void) {
  static check_counts counts;
  return &counts;
}

static inline bool check_that(bool ok, const char *what, const char *file, int line) {
  check_counts *counts = check_get_counts();
  *(ok ? &counts->passed : &counts->failed) += 1;
  if (!ok) {
    fprintf(stderr, "%s:%d: failed: %s\n", file, line, what);
  }
  return ok;
}

#define CHECK(condition) check_that((condition), #condition, __FILE__, __LINE__)

/* The call has to fail, and `part` has to be in the text that it leaves. */
#define CHECK_FAILS(call, error, part)                                \
  ((void)(CHECK(!(call)) && CHECK(strstr((error).text, part) != NULL) \
              ? 0                                                     \
              : fprintf(stderr, "  text: %s\n", (error).text)))

/* The call has to succeed; if not, its text is shown. */
#define CHECK_WORKS(call, error) ((void)(CHECK(call) ? 0 : fprintf(stderr, "  text: %s\n", (error).text)))

static inline int check_report(void) {
  const check_counts *counts = check_get_counts();
  printf("%d passed, %d failed\n", counts->passed, counts->failed);
  return counts->failed > 0;
}

/* Parses and frees whatever comes out. */
typedef bool check_parser(const uint8_t *bytes, size_t size, mote_host_error *error);

/* Parses a copy of exactly this size, so that sanitizers see the first byte too far. */
static inline bool check_parse_copy(check_parser *parse, const uint8_t *bytes, size_t size) {
  mote_host_error error = {""};
  uint8_t *copy = malloc(size ? size : 1);
  if (!copy) {
    abort();
  }
  if (size) {
    memcpy(copy, bytes, size);
  }
  bool ok = parse(copy, size, &error);
  free(copy);
  if (!ok && error.text[0] == '\0') {
    check_that(false, "a failure leaves a text", __FILE__, __LINE__);
  }
  return ok;
}

/* Cuts a valid file at every byte and flips each of its bits. A cut file has to be refused; any other may be read or
 * refused as long as nothing worse happens. */
static inline void check_damage(check_parser *parse, const uint8_t *bytes, size_t size) {
  uint8_t *damaged = malloc(size ? size : 1);
  if (!damaged) {
    abort();
  }
  CHECK(check_parse_copy(parse, bytes, size));
  size_t cut = 0;
  while (cut < size && !check_parse_copy(parse, bytes, cut)) {
    cut++;
  }
  if (!CHECK(cut == size)) {
    fprintf(stderr, "  accepted when cut at byte %zu of %zu\n", cut, size);
  }
  for (size_t bit = 0; bit < 8 * size; bit++) {
    memcpy(damaged, bytes, size);
    damaged[bit / 8] = (uint8_t)(damaged[bit / 8] ^ 1u << bit % 8);
    check_parse_copy(parse, damaged, size);
  }
  free(damaged);
}

#endif
