/* SPDX-License-Identifier: Apache-2.0 */
/* Everything that is printed from the option table. */
#ifndef MOTE_CLI_HELP_H
#define MOTE_CLI_HELP_H

#include "cli/option.h"

extern const char mote_help_summary[]; /* of the program: lower case, no full stop at the end */

/* The command `mote help`. */
int mote_cli_help(const mote_cli_args *args);

void mote_help_version(FILE *stream);
void mote_help_overview(FILE *stream, const mote_cli_table *table);
void mote_help_command(FILE *stream, const mote_cli_table *table, const mote_cli_command *command);
void mote_help_man(FILE *stream, const mote_cli_table *table);                           /* man.c */
void mote_help_completion(FILE *stream, const mote_cli_table *table, const char *shell); /* completion.c */

/* What an exit code means, for help and man page; NULL after the last one. */
const char *mote_help_exit_code(int code);

/* What to add to an option's help: its choices are in the argument, its default and whether it repeats are not.
 * "" or " (default: text)". */
typedef struct {
  char text[64];
} mote_help_remark;
mote_help_remark mote_help_option_remark(const mote_cli_option *option);

#endif
