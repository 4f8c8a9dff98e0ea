/* SPDX-License-Identifier: Apache-2.0 */
/* The table that says what the command line may hold. Parsing, help, man page and completions all come from it. */
#ifndef MOTE_CLI_OPTION_H
#define MOTE_CLI_OPTION_H

#include "cli/cli.h"

typedef enum {
  MOTE_CLI_FLAG, /* takes no value */
  MOTE_CLI_TEXT,
  MOTE_CLI_INTEGER, /* decimal */
  MOTE_CLI_REAL,    /* a decimal number, or a quotient of two: 1/255 */
  MOTE_CLI_REALS    /* reals separated by commas */
} mote_cli_option_kind;

enum { MOTE_OPTION_MAX_CHOICES = 4 };

typedef struct {
  const char *name;     /* without the dashes */
  const char *argument; /* how help names the value; FILE and DIR in it make completions offer those */
  const char *help;     /* lower case, no full stop at the end */
  const char *fallback; /* the value when the option is not given; NULL: none */
  const char *choices[MOTE_OPTION_MAX_CHOICES + 1]; /* the only values of a text option, NULL last; empty: any */
  mote_cli_option_kind kind;
  char letter; /* of the short form; 0: none */
  bool repeatable;
  bool required;
} mote_cli_option;

typedef struct {
  const char *name;
  int (*run)(const mote_cli_args *args);
  const char *operand; /* "MODEL"; "[COMMAND]" if it may be missing; NULL: there is none */
  const char *summary; /* one line: lower case, no full stop at the end */
  const char *details; /* paragraphs, separated by a newline */
  const char *example; /* a command line without "mote " */
  const mote_cli_option *options;
  size_t option_count;
} mote_cli_command;

typedef struct {
  const mote_cli_command *commands;
  size_t command_count;
  const mote_cli_option *common; /* options that every command has */
  size_t common_count;
} mote_cli_table;

/* The program's own table, in options.c. */
extern const mote_cli_table mote_cli_options;

/* A command's options and then the common ones; NULL after the last. */
const mote_cli_option *mote_cli_option_at(const mote_cli_table *table, const mote_cli_command *command, size_t index);

typedef struct {
  const mote_cli_option *option;
  const char *text; /* NULL for a flag */
} mote_cli_value;

struct mote_cli_args {
  const mote_cli_table *table;
  const mote_cli_command *command;
  const char *operand;
  mote_cli_value *values; /* owned; in the order given */
  size_t value_count;
  FILE *results;
};

/* NULL, with the text set, if there is no such command. */
const mote_cli_command *mote_cli_find_command(const mote_cli_table *table, const char *name, mote_host_error *error);

/* Parses what follows the command; the arguments have to stay. With --help among the options nothing has to be complete.
 * Free the arguments in either case. */
bool mote_cli_parse(const mote_cli_table *table, const mote_cli_command *command, int count, char **texts,
                    mote_cli_args *args, mote_host_error *error);
void mote_cli_free(mote_cli_args *args);

#endif
