/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"
#include "host/builtin_names.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *check_alloc(size_t size) {
  mote_host_error error;
  void *memory = mote_host_alloc(size, 1, &error);
  if (!memory) {
    fprintf(stderr, "check: %s\n", error.text);
    exit(1);
  }
  return memory;
}

bool check_wants(const check_session *session, const char *name) {
  return session->options.part == NULL || strstr(name, session->options.part) != NULL;
}

/* --- Running ------------------------------------------------------------------------------------------------------ */

check_model check_model_copy(const void *data, size_t size) {
  check_model model = {check_alloc(size), check_alloc(size + 4), size}; /* malloc() aligns to 16 */
  memcpy(model.data, data, size);
  memcpy(model.moved + 4, data, size);
  return model;
}

void check_model_free(check_model *model) {
  free(model->data);
  free(model->moved);
}

mote_check_case check_case_of(const check_model *model) {
  mote_check_case c;
  memset(&c, 0, sizeof c);
  c.model = model->data;
  c.moved_model = model->moved + 4;
  c.model_bytes = model->size;
  c.kernels = mote_all_kernels;
  return c;
}

mote_check_report check_run(const mote_check_case *c) {
  mote_check_report report;
  uint32_t arena_bytes = 0;
  for (;;) { /* at first there is no room to plan, then none to run */
    void *arena = check_alloc(arena_bytes);
    mote_check_run(c, arena, arena_bytes, &report);
    free(arena);
    if (report.verdict != MOTE_CHECK_NO_ROOM || report.error.needed <= arena_bytes) {
      return report;
    }
    arena_bytes = report.error.needed;
  }
}

/* --- What a report says ------------------------------------------------------------------------------------------- */

typedef struct {
  char text[512];
} report_text;

__attribute__((format(printf, 2, 3))) static void append(report_text *text, const char *format, ...) {
  size_t used = strlen(text->text);
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text->text + used, sizeof text->text - used, format, arguments);
  va_end(arguments);
}

static const char *stage_text(mote_check_stage stage) {
#define STAGE_TEXT(name, text) text,
  static const char *const texts[] = {MOTE_CHECK_STAGE_LIST(STAGE_TEXT)};
#undef STAGE_TEXT
  return texts[stage];
}

static void append_error(report_text *text, const mote_check_case *c, const mote_error *e) {
  if (e->op != MOTE_NOWHERE) {
    mote_model model;
    mote_op_description op;
    append(text, ": subgraph %u operator %u", e->subgraph, e->op);
    mote_open(&model, c->model, c->model_bytes, c->kernels, NULL);
    if (mote_describe_op(&model, e->subgraph, e->op, &op) == MOTE_OK) {
      append(text, " %s %s", mote_op_name_text(&op).text, mote_op_types_text(&op).text);
    }
  }
  if (e->tensor != MOTE_NOWHERE) {
    append(text, ": tensor %u", e->tensor);
  }
  append(text, ": %s", mote_status_text(e->status));
  if (e->text) {
    append(text, ": %s", e->text);
  }
  if (e->needed || e->available) {
    append(text, " (needed %u, got %u)", e->needed, e->available);
  }
}

/* The bits of an element as a number. */
static void append_value(report_text *text, mote_type type, uint64_t bits) {
  float real;
  memcpy(&real, &bits, sizeof real);
  switch (type) {
  case MOTE_FLOAT32: append(text, "%.9g", (double)real); break;
  case MOTE_INT8: append(text, "%d", (int8_t)bits); break;
  case MOTE_INT16: append(text, "%d", (int16_t)bits); break;
  case MOTE_INT32: append(text, "%ld", (long)(int32_t)bits); break;
  case MOTE_INT64: append(text, "%lld", (long long)bits); break;
  default: append(text, "%llu", (unsigned long long)bits); break;
  }
}

static void append_tensor(report_text *text, const mote_check_case *c, const mote_check_report *r) {
  uint32_t inputs;
  memcpy(&inputs, (const uint8_t *)c->golden + 8, sizeof inputs);
  append(text, ": step %u", r->step);
  if (r->tensor < inputs) {
    append(text, " input %u", r->tensor);
  } else if (c->tensors) {
    append(text, " tensor %u", c->tensors[r->tensor - inputs]);
  } else {
    append(text, " output %u", r->tensor - inputs);
  }
}

static void append_difference(report_text *text, const mote_check_case *c, const mote_check_report *r) {
  unsigned long long got = r->got, expected = r->expected;
  switch (r->difference) {
  case MOTE_CHECK_NO_DIFFERENCE: break;
  case MOTE_CHECK_COUNT: append(text, ": there are %llu, expected %llu", got, expected); break;
  case MOTE_CHECK_TYPE:
    append_tensor(text, c, r);
    append(text, ": type %s, expected %s", mote_type_name((mote_type)got), mote_type_name((mote_type)expected));
    break;
  case MOTE_CHECK_SIZE:
    append_tensor(text, c, r);
    append(text, ": %llu bytes, expected %llu", got, expected);
    break;
  case MOTE_CHECK_VALUE:
    append_tensor(text, c, r);
    append(text, " [%u]: ", r->element);
    append_value(text, r->type, r->got);
    append(text, ", expected ");
    append_value(text, r->type, r->expected);
    append(text, "; %u differ", r->differing);
    break;
  case MOTE_CHECK_BITS: append(text, ": other bits than at first, within the tolerance"); break;
  case MOTE_CHECK_UNSEEN: append(text, ": %llu tensors were written, expected %llu", got, expected); break;
  case MOTE_CHECK_GUARD_BYTE: append(text, ": byte %u", r->element); break;
  }
}

static report_text describe(const mote_check_case *c, const mote_check_report *r) {
  report_text text = {""};
  append(&text, "%s", stage_text(r->stage));
  if (r->error.status != MOTE_OK) {
    append_error(&text, c, &r->error);
  }
  append_difference(&text, c, r);
  return text;
}

/* --- Counting ----------------------------------------------------------------------------------------------------- */

/* mote_unsupported() callback: one reason. */
static void add_reason(void *context, const mote_op_description *op) {
  char text[160];
  bool is_type = op->status == MOTE_UNSUPPORTED_TYPE; /* else the whole operator */
  snprintf(text, sizeof text, "%s%s%s", mote_op_name_text(op).text, is_type ? " " : "",
           is_type ? mote_op_types_text(op).text : "");
  check_table_reason(context, text);
}

static void add_reasons(check_session *session, const mote_check_case *c, const mote_check_report *r) {
  mote_model model;
  mote_open(&model, c->model, c->model_bytes, c->kernels, NULL);
  check_table_next_case(session->table);
  if (mote_unsupported(&model, add_reason, session->table) == 0) {
    report_text text = {""};
    append_error(&text, c, &r->error);
    check_table_reason(session->table, text.text);
  }
}

check_outcome check_count_case(check_session *session, const char *row, const char *name, const mote_check_case *c,
                               check_outcome passed) {
  mote_check_report report = check_run(c);
  report_text text = describe(c, &report);
  check_outcome outcome = CHECK_FAILED;
  if (report.verdict == MOTE_CHECK_PASSED) {
    outcome = passed;
    if (session->options.verbose) {
      printf("%-12s %s: arena %u bytes, CRC %08x\n", passed == CHECK_KNOWN ? "known" : "passed", name,
             report.arena_bytes, report.output_crc);
    }
    if (session->pack) {
      check_pack_add(session->pack, name, c);
    }
  } else if (report.verdict == MOTE_CHECK_UNSUPPORTED) {
    outcome = CHECK_UNSUPPORTED;
    add_reasons(session, c, &report);
    if (session->options.list_unsupported) {
      printf("unsupported  %s: %s\n", name, text.text);
    }
  } else {
    printf("FAILED       %s: %s\n", name, text.text);
  }
  check_table_count(session->table, row, outcome);
  return outcome;
}

void check_count_failure(check_session *session, const char *row, const char *name, const char *text) {
  printf("FAILED       %s: %s\n", name, text);
  check_table_count(session->table, row, CHECK_FAILED);
}
