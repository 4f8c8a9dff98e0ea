/* SPDX-License-Identifier: Apache-2.0 */
/* mote ops: the operators and types that are supported, from the list of kernels. */
#include "cli/cli.h"
#include "mote/kernel.h"

#include <string.h>

int mote_cli_ops(const mote_cli_args *args);

static void add_type(char *text, size_t text_bytes, const char *before, mote_type type) {
  size_t used = strlen(text);
  snprintf(text + used, text_bytes - used, "%s%s", before, type == MOTE_NONE ? "any" : mote_type_name(type));
}

/* "int8, int8, int32 -> int8"; any: whatever the operator allows. */
static void describe_types(const mote_kernel *kernel, char *text, size_t text_bytes) {
  uint32_t inputs = kernel->types & 0xFFF;
  text[0] = '\0';
  for (uint32_t i = 0; inputs >> 4 * i != 0; i++) {
    add_type(text, text_bytes, i ? ", " : "", (mote_type)(inputs >> 4 * i & 15));
  }
  add_type(text, text_bytes, inputs ? " -> " : "any -> ", (mote_type)(kernel->types >> 12));
}

static int print_json(const mote_cli_args *args) {
  cJSON *list = cJSON_CreateArray();
  for (const mote_kernel *const *k = mote_all_kernels; *k && (*k)->op->code != MOTE_METADATA; k++) {
    char types[80];
    cJSON *row = cJSON_CreateObject();
    describe_types(*k, types, sizeof types);
    cJSON_AddStringToObject(row, "operator", mote_kernel_op_name(*k));
    cJSON_AddStringToObject(row, "kernel", mote_kernel_name(*k));
    cJSON_AddStringToObject(row, "types", types);
    cJSON_AddBoolToObject(row, "custom", (*k)->op->code == MOTE_CUSTOM);
    cJSON_AddItemToArray(list, row);
  }
  return mote_cli_print_json(args, list);
}

static int print_text(const mote_cli_args *args) {
  FILE *file = mote_cli_results(args);
  const mote_op *last = NULL;
  uint32_t op_count = 0, kernel_count = 0;
  for (const mote_kernel *const *k = mote_all_kernels; *k && (*k)->op->code != MOTE_METADATA; k++) {
    char types[80];
    describe_types(*k, types, sizeof types);
    fprintf(file, "%-36s %-28s %s\n", (*k)->op == last ? "" : mote_kernel_op_name(*k), mote_kernel_name(*k), types);
    op_count += (*k)->op != last;
    kernel_count++;
    last = (*k)->op;
  }
  fprintf(file, "%u operators, %u kernels\n", op_count, kernel_count);
  return MOTE_EXIT_OK;
}

int mote_cli_ops(const mote_cli_args *args) {
  return mote_cli_wants_json(args) ? print_json(args) : print_text(args);
}
