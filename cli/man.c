/* SPDX-License-Identifier: Apache-2.0 */
/* The manual page, in the man macros of roff. */
#include "cli/help.h"

#include <ctype.h>

/* Escapes what roff would interpret: backslashes, dashes (which are typographic otherwise), and a dot or an apostrophe at
 * the start of a line. */
static void print_text(FILE *stream, const char *text) {
  bool line_start = true;
  for (; *text != '\0'; text++) {
    if (line_start && (*text == '.' || *text == '\'')) {
      fputs("\\&", stream);
    }
    if (*text == '\\') {
      fputs("\\e", stream);
    } else if (*text == '-') {
      fputs("\\-", stream);
    } else if (*text == '\n') {
      fputs("\n.PP", stream);
      fputc('\n', stream);
    } else {
      fputc(*text, stream);
    }
    line_start = *text == '\n';
  }
}

/* A line of a macro whose arguments are one bold text and one in italics (NULL: none). */
static void print_term(FILE *stream, const char *bold, const char *italics) {
  fputs("\\fB", stream);
  print_text(stream, bold);
  fputs("\\fR", stream);
  if (italics) {
    fputs(" \\fI", stream);
    print_text(stream, italics);
    fputs("\\fR", stream);
  }
}

static void print_option(FILE *stream, const mote_cli_option *option) {
  char name[32];
  fputs(".TP\n", stream);
  if (option->letter) {
    snprintf(name, sizeof name, "-%c", option->letter);
    print_term(stream, name, NULL);
    fputs(", ", stream);
  }
  snprintf(name, sizeof name, "--%s", option->name);
  print_term(stream, name, option->argument);
  fputc('\n', stream);
  print_text(stream, option->help);
  print_text(stream, mote_help_option_remark(option).text);
  fputs(".\n", stream);
}

static void print_command(FILE *stream, const mote_cli_command *command) {
  char name[32];
  snprintf(name, sizeof name, "mote %s", command->name);
  fputs(".SS ", stream);
  print_term(stream, name, command->operand);
  fprintf(stream, "\n%c", toupper((unsigned char)command->summary[0]));
  print_text(stream, command->summary + 1);
  fputs(".\n", stream);
  if (command->details) {
    fputs(".PP\n", stream);
    print_text(stream, command->details);
    fputc('\n', stream);
  }
  for (size_t i = 0; i < command->option_count; i++) {
    print_option(stream, &command->options[i]);
  }
  fputs(".PP\nExample:\n.PP\n.RS\nmote ", stream);
  print_text(stream, command->example);
  fputs("\n.RE\n", stream);
}

void mote_help_man(FILE *stream, const mote_cli_table *table) {
  fprintf(stream, ".TH MOTE 1 \"\" \"mote %s\" \"User Commands\"\n.nh\n.SH NAME\nmote \\- ", MOTE_PROGRAM_VERSION);
  print_text(stream, mote_help_summary);
  fputs("\n.SH SYNOPSIS\n\\fBmote\\fR \\fICOMMAND\\fR \\fIMODEL\\fR [\\fIoptions\\fR]\n.SH DESCRIPTION\n", stream);
  print_text(stream, "mote reads models in the format of TensorFlow Lite (.tflite). Results go to standard output, "
                     "everything else to standard error.");
  fputs("\n.SH COMMANDS\n", stream);
  for (size_t i = 0; i < table->command_count; i++) {
    print_command(stream, &table->commands[i]);
  }
  fputs(".SH COMMON OPTIONS\n", stream);
  for (size_t i = 0; i < table->common_count; i++) {
    print_option(stream, &table->common[i]);
  }
  fputs(".SH EXIT STATUS\n", stream);
  const char *meaning;
  for (int code = 0; (meaning = mote_help_exit_code(code)) != NULL; code++) {
    fprintf(stream, ".TP\n%d\n", code);
    print_text(stream, meaning);
    fputs(".\n", stream);
  }
}
