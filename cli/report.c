/* SPDX-License-Identifier: Apache-2.0 */
/* What commands print: results, failures, notes. */
#include "cli/option.h"

#include <stdarg.h>

FILE *mote_cli_results(const mote_cli_args *args) {
  return args->results;
}

int mote_cli_print_json(const mote_cli_args *args, cJSON *json) {
  char *text = json ? cJSON_Print(json) : NULL;
  cJSON_Delete(json);
  if (!text) {
    return mote_cli_fail(args, MOTE_EXIT_FAILED, "out of memory");
  }
  fprintf(args->results, "%s\n", text);
  cJSON_free(text);
  return MOTE_EXIT_OK;
}

__attribute__((format(printf, 2, 0))) static void print_message(const mote_cli_args *args, const char *format,
                                                                va_list arguments) {
  fprintf(stderr, "mote %s: ", args->command->name);
  vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
}

int mote_cli_fail(const mote_cli_args *args, int code, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  print_message(args, format, arguments);
  va_end(arguments);
  return code;
}

void mote_cli_note(const mote_cli_args *args, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  if (!mote_cli_has(args, "quiet")) {
    print_message(args, format, arguments);
  }
  va_end(arguments);
}

void mote_cli_detail(const mote_cli_args *args, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  if (mote_cli_has(args, "verbose")) {
    print_message(args, format, arguments);
  }
  va_end(arguments);
}
