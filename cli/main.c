/* SPDX-License-Identifier: Apache-2.0 */
/* The program `mote`: finds the command, parses its options, runs it and delivers its results. */
#include "cli/help.h"
#include "cli/option.h"
#include "host/file.h"

#include <errno.h>
#include <string.h>

/* Where a command that has the option --output was told to write; NULL: standard output. */
static const char *get_output_path(const mote_cli_args *args) {
  for (size_t i = 0; i < args->command->option_count; i++) {
    if (strcmp(args->command->options[i].name, "output") == 0) {
      return mote_cli_text(args, "output", 0);
    }
  }
  return NULL;
}

static int run_to_file(mote_cli_args *args, const char *path) {
  mote_file_output file;
  mote_host_error error;
  if (!mote_file_output_open(&file, path, &error)) {
    return mote_cli_fail(args, MOTE_EXIT_FAILED, "%s", error.text);
  }
  args->results = file.stream;
  int code = args->command->run(args);
  bool has_results = code == MOTE_EXIT_OK || (code == MOTE_EXIT_FAILED && ftell(file.stream) > 0);
  if (!has_results) {
    mote_file_output_discard(&file);
  } else if (!mote_file_output_commit(&file, &error)) {
    return mote_cli_fail(args, MOTE_EXIT_FAILED, "%s", error.text);
  }
  return code;
}

static int run(mote_cli_args *args) {
  if (mote_cli_has(args, "help")) {
    mote_help_command(stdout, args->table, args->command);
    return MOTE_EXIT_OK;
  }
  const char *path = get_output_path(args);
  args->results = stdout;
  return path ? run_to_file(args, path) : args->command->run(args);
}

static int parse_and_run(const mote_cli_command *command, int count, char **texts) {
  mote_cli_args args;
  mote_host_error error;
  int code;
  if (mote_cli_parse(&mote_cli_options, command, count, texts, &args, &error)) {
    code = run(&args);
  } else {
    code = mote_cli_fail(&args, MOTE_EXIT_USAGE, "%s\nTry 'mote %s --help'.", error.text, command->name);
  }
  mote_cli_free(&args);
  return code;
}

static int dispatch(int argc, char **argv) {
  mote_host_error error;
  if (argc < 2) {
    mote_help_overview(stderr, &mote_cli_options);
    return MOTE_EXIT_USAGE;
  }
  const char *name = argv[1];
  if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
    mote_help_overview(stdout, &mote_cli_options);
    return MOTE_EXIT_OK;
  }
  if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) {
    mote_help_version(stdout);
    return MOTE_EXIT_OK;
  }
  const mote_cli_command *command = mote_cli_find_command(&mote_cli_options, name, &error);
  if (!command) {
    fprintf(stderr, "mote: %s\nTry 'mote --help'.\n", error.text);
    return MOTE_EXIT_USAGE;
  }
  return parse_and_run(command, argc - 2, argv + 2);
}

int main(int argc, char **argv) {
  int code = dispatch(argc, argv);
  /* A full disk behind standard output must not look like success. */
  if (fflush(stdout) != 0 || ferror(stdout)) {
    fprintf(stderr, "mote: cannot write to standard output: %s\n", strerror(errno));
    return MOTE_EXIT_FAILED;
  }
  return code;
}
