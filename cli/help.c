/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/help.h"

#include <string.h>

enum { LINE_WIDTH = 80, COMMAND_INDENT = 12, OPTION_INDENT = 28 };

const char mote_help_summary[] = "neural networks on Arm Cortex-M, in plain C";

const char *mote_help_exit_code(int code) {
  static const char *const meanings[] = {
      [MOTE_EXIT_OK] = "success",
      [MOTE_EXIT_FAILED] = "failed: a file, or a comparison",
      [MOTE_EXIT_USAGE] = "wrong command line",
      [MOTE_EXIT_MODEL] = "invalid or unsupported model",
  };
  return code < (int)(sizeof meanings / sizeof meanings[0]) ? meanings[code] : NULL;
}

mote_help_remark mote_help_option_remark(const mote_cli_option *option) {
  mote_help_remark remark = {""};
  if (option->required || option->repeatable) {
    snprintf(remark.text, sizeof remark.text, " (%s%s%s)", option->required ? "required" : "",
             option->required && option->repeatable ? ", " : "", option->repeatable ? "may be repeated" : "");
  } else if (option->fallback) {
    snprintf(remark.text, sizeof remark.text, " (default: %s)", option->fallback);
  }
  return remark;
}

/* Prints words from column `column` on, breaking lines at LINE_WIDTH with the next ones indented; returns the column. */
static int print_words(FILE *stream, const char *text, int column, int indent) {
  while (*text != '\0') {
    int length = (int)strcspn(text, " \n");
    if (column > indent && column + 1 + length > LINE_WIDTH) {
      fprintf(stream, "\n%*s", indent, "");
      column = indent;
    } else if (column > indent) {
      fputc(' ', stream);
      column++;
    }
    fprintf(stream, "%.*s", length, text);
    column += length;
    text += length;
    if (*text == '\n') {
      fputs("\n\n", stream);
      column = 0;
    }
    text += strspn(text, " \n");
  }
  return column;
}

void mote_help_version(FILE *stream) {
  fprintf(stream, "mote %s\n", MOTE_PROGRAM_VERSION);
}

static void print_command_line(FILE *stream, const mote_cli_command *command) {
  fprintf(stream, "mote %s", command->name);
  if (command->operand) {
    fprintf(stream, " %s", command->operand);
  }
  for (size_t i = 0; i < command->option_count; i++) {
    const mote_cli_option *option = &command->options[i];
    if (option->required) {
      fprintf(stream, " --%s %s", option->name, option->argument);
    }
  }
  fputs(" [options]\n", stream);
}

void mote_help_overview(FILE *stream, const mote_cli_table *table) {
  fprintf(stream, "mote: %s\n\nUsage: mote COMMAND MODEL [options]\n\nCommands:\n", mote_help_summary);
  for (size_t i = 0; i < table->command_count; i++) {
    fprintf(stream, "  %-*s%s\n", COMMAND_INDENT - 2, table->commands[i].name, table->commands[i].summary);
  }
  fputs("\n'mote COMMAND --help' explains a command and its options.\n\nExamples:\n", stream);
  for (size_t i = 0; i < table->command_count && i < 3; i++) {
    fprintf(stream, "  mote %s\n", table->commands[i].example);
  }
  fputs("\nExit codes:\n", stream);
  const char *meaning;
  for (int code = 0; (meaning = mote_help_exit_code(code)) != NULL; code++) {
    fprintf(stream, "  %d  %s\n", code, meaning);
  }
}

static void print_option(FILE *stream, const mote_cli_option *option) {
  char left[64];
  int column = snprintf(left, sizeof left, "  %c%c%s--%s%s%s", option->letter ? '-' : ' ',
                        option->letter ? option->letter : ' ', option->letter ? ", " : "  ", option->name,
                        option->argument ? " " : "", option->argument ? option->argument : "");
  if (column < OPTION_INDENT) {
    fprintf(stream, "%-*s", OPTION_INDENT, left);
  } else {
    fprintf(stream, "%s\n%*s", left, OPTION_INDENT, "");
  }
  column = print_words(stream, option->help, OPTION_INDENT, OPTION_INDENT);
  mote_help_remark remark = mote_help_option_remark(option);
  print_words(stream, remark.text + strspn(remark.text, " "), column, OPTION_INDENT);
  fputc('\n', stream);
}

void mote_help_command(FILE *stream, const mote_cli_table *table, const mote_cli_command *command) {
  fprintf(stream, "mote %s: %s\n\nUsage: ", command->name, command->summary);
  print_command_line(stream, command);
  if (command->details) {
    fputc('\n', stream);
    print_words(stream, command->details, 0, 0);
    fputc('\n', stream);
  }
  fputs("\nOptions:\n", stream);
  const mote_cli_option *option;
  for (size_t i = 0; (option = mote_cli_option_at(table, command, i)) != NULL; i++) {
    print_option(stream, option);
  }
  fprintf(stream, "\nExample:\n  mote %s\n", command->example);
}

int mote_cli_help(const mote_cli_args *args) {
  FILE *stream = mote_cli_results(args);
  const char *name = mote_cli_operand(args);
  const char *shell = mote_cli_text(args, "completion", 0);
  mote_host_error error;
  if (mote_cli_has(args, "man")) {
    mote_help_man(stream, args->table);
  } else if (shell) {
    mote_help_completion(stream, args->table, shell);
  } else if (name) {
    const mote_cli_command *command = mote_cli_find_command(args->table, name, &error);
    if (!command) {
      return mote_cli_fail(args, MOTE_EXIT_USAGE, "%s", error.text);
    }
    mote_help_command(stream, args->table, command);
  } else {
    mote_help_overview(stream, args->table);
  }
  return MOTE_EXIT_OK;
}
