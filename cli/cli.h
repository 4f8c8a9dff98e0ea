/* SPDX-License-Identifier: Apache-2.0 */
/* What a command sees of the program: its arguments, where its results go, how it fails.
 *
 * A command is one function `int mote_cli_COMMAND(const mote_cli_args *args)` in cli/COMMAND.c and one row in cli/options.c.
 * The row's options are checked before the function is called: it finds its operand and all required options there,
 * numbers that are numbers and choices that exist. */
#ifndef MOTE_CLI_CLI_H
#define MOTE_CLI_CLI_H

#include "host/error.h"

#include <cjson/cJSON.h>
#include <stdio.h>

typedef enum {
  MOTE_EXIT_OK = 0,
  MOTE_EXIT_FAILED = 1, /* a file could not be read or written, or what was checked is not so */
  MOTE_EXIT_USAGE = 2,  /* the command line is wrong */
  MOTE_EXIT_MODEL = 3   /* the model is invalid, or needs what mote does not support */
} mote_exit;

typedef struct mote_cli_args mote_cli_args;

/* The operand ("MODEL"); NULL if an optional one is not given. */
const char *mote_cli_operand(const mote_cli_args *args);

/* Options by their long name, which has to be in the command's row and of the right kind (else the program aborts).
 *   has      whether the option is given
 *   count    how many times
 *   text     value `index` in the order given; where the option is not given, index 0 is its default, or NULL
 *   integer, real   the value; the default, or 0 */
bool mote_cli_has(const mote_cli_args *args, const char *option);
size_t mote_cli_count(const mote_cli_args *args, const char *option);
const char *mote_cli_text(const mote_cli_args *args, const char *option, size_t index);
long mote_cli_integer(const mote_cli_args *args, const char *option);
double mote_cli_real(const mote_cli_args *args, const char *option);

/* The numbers of a list option ("0.5,0.4,1/255"), at most `capacity` of them. Returns how many the option has. */
size_t mote_cli_reals(const mote_cli_args *args, const char *option, double *values, size_t capacity);

/* Whether --format json is asked for. */
bool mote_cli_wants_json(const mote_cli_args *args);

/* Where results are written: standard output, or the file of --output where the command has that option. The file
 * gets its name when the command returns 0, or 1 after it has written something. */
FILE *mote_cli_results(const mote_cli_args *args);

/* Prints a JSON value to the results and deletes it. NULL, what cJSON gives when memory runs out, fails. Returns the
 * exit code. */
int mote_cli_print_json(const mote_cli_args *args, cJSON *json);

/* Prints "mote COMMAND: ..." and a newline to standard error and returns the exit code given. */
__attribute__((format(printf, 3, 4))) int mote_cli_fail(const mote_cli_args *args, int code, const char *format, ...);

/* What the user may want to know but did not ask for, to standard error: notes unless --quiet is given, details only if
 * --verbose is. */
__attribute__((format(printf, 2, 3))) void mote_cli_note(const mote_cli_args *args, const char *format, ...);
__attribute__((format(printf, 2, 3))) void mote_cli_detail(const mote_cli_args *args, const char *format, ...);

#endif
