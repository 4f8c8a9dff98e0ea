/* SPDX-License-Identifier: Apache-2.0 */
/* Completion scripts for bash, zsh and fish. */
#include "cli/help.h"

#include <string.h>

typedef enum { VALUE_NONE, VALUE_CHOICE, VALUE_FILE, VALUE_DIRECTORY, VALUE_OTHER } value_kind;

static value_kind kind_of_value(const mote_cli_option *option) {
  if (option->kind == MOTE_CLI_FLAG) {
    return VALUE_NONE;
  }
  if (option->choices[0]) {
    return VALUE_CHOICE;
  }
  if (strstr(option->argument, "FILE")) {
    return VALUE_FILE;
  }
  return strcmp(option->argument, "DIR") == 0 ? VALUE_DIRECTORY : VALUE_OTHER;
}

static bool takes_command(const mote_cli_command *command) {
  return command->operand && strcmp(command->operand, "[COMMAND]") == 0;
}

static void print_choices(FILE *stream, const mote_cli_option *option) {
  for (size_t i = 0; option->choices[i]; i++) {
    fprintf(stream, "%s%s", i ? " " : "", option->choices[i]);
  }
}

static void print_commands(FILE *stream, const mote_cli_table *table) {
  for (size_t i = 0; i < table->command_count; i++) {
    fprintf(stream, "%s%s", i ? " " : "", table->commands[i].name);
  }
}

/* Prints the text for the inside of a string in single quotes, with a backslash before every character of `special`. */
static void print_quoted(FILE *stream, const char *text, const char *special) {
  for (; *text != '\0'; text++) {
    if (*text == '\'') {
      fputs("'\\'", stream); /* ends the string, adds a quote and begins another */
    } else if (strchr(special, *text)) {
      fputc('\\', stream);
    }
    fputc(*text, stream);
  }
}

static void bash_option(FILE *stream, const mote_cli_command *command, const mote_cli_option *option) {
  value_kind kind = kind_of_value(option);
  if (kind == VALUE_NONE) {
    return;
  }
  fprintf(stream, "    %s:--%s", command->name, option->name);
  if (option->letter) {
    fprintf(stream, " | %s:-%c", command->name, option->letter);
  }
  fputs(") ", stream);
  if (kind == VALUE_CHOICE) {
    fputs("_mote_offer -W '", stream);
    print_choices(stream, option);
    fputs("'; ", stream);
  } else if (kind == VALUE_FILE || kind == VALUE_DIRECTORY) {
    fprintf(stream, "_mote_offer -%c; ", kind == VALUE_FILE ? 'f' : 'd');
  }
  fputs("return ;;\n", stream);
}

/* `words` holds what may follow the command: its options and, for help, the commands. */
static void bash_words(FILE *stream, const mote_cli_table *table, const mote_cli_command *command) {
  const mote_cli_option *option;
  fprintf(stream, "    %s) words='", command->name);
  for (size_t i = 0; (option = mote_cli_option_at(table, command, i)) != NULL; i++) {
    fprintf(stream, "%s--%s", i ? " " : "", option->name);
  }
  if (takes_command(command)) {
    fputc(' ', stream);
    print_commands(stream, table);
  }
  fputs("' ;;\n", stream);
}

static void print_bash(FILE *stream, const mote_cli_table *table) {
  fputs("# bash completion for mote\n"
        "_mote_offer() {\n"
        "  [ \"$1\" = -W ] || compopt -o filenames 2>/dev/null\n"
        "  mapfile -t COMPREPLY < <(compgen \"$@\" -- \"$word\")\n"
        "}\n"
        "_mote() {\n"
        "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
        "  COMPREPLY=()\n"
        "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
        "    _mote_offer -W '",
        stream);
  print_commands(stream, table);
  fputs(" --help --version'\n"
        "    return\n"
        "  fi\n"
        "  if [ \"$word\" = = ]; then\n" /* --option=value comes as three words */
        "    word=\n"
        "  elif [ \"$before\" = = ]; then\n"
        "    before=${COMP_WORDS[COMP_CWORD-2]}\n"
        "  fi\n"
        "  case \"${COMP_WORDS[1]}:$before\" in\n",
        stream);
  for (size_t i = 0; i < table->command_count; i++) {
    for (size_t j = 0; j < table->commands[i].option_count; j++) {
      bash_option(stream, &table->commands[i], &table->commands[i].options[j]);
    }
  }
  fputs("  esac\n  case \"${COMP_WORDS[1]}\" in\n", stream);
  for (size_t i = 0; i < table->command_count; i++) {
    bash_words(stream, table, &table->commands[i]);
  }
  fputs("  esac\n"
        "  case \"${COMP_WORDS[1]}:$word\" in\n"
        "    *:-* | help:*) _mote_offer -W \"$words\" ;;\n"
        "    *) _mote_offer -f ;;\n"
        "  esac\n"
        "}\n"
        "complete -F _mote mote\n",
        stream);
}

/* _arguments takes '(-o --output)'{-o,--output}'[help]:FILE:_files'. Colons and brackets delimit, so they are escaped. */
static void zsh_option(FILE *stream, const mote_cli_option *option) {
  fputs("        ", stream);
  if (option->repeatable) {
    fputs("'*'", stream);
  } else if (option->letter) {
    fprintf(stream, "'(-%c --%s)'", option->letter, option->name);
  }
  if (option->letter) {
    fprintf(stream, "{-%c,--%s}", option->letter, option->name);
  } else {
    fprintf(stream, "--%s", option->name);
  }
  fputs("'[", stream);
  print_quoted(stream, option->help, "[]:\\");
  fputc(']', stream);
  switch (kind_of_value(option)) {
  case VALUE_NONE: break;
  case VALUE_CHOICE:
    fputs(":value:(", stream);
    print_choices(stream, option);
    fputc(')', stream);
    break;
  case VALUE_FILE: fputs(":file:_files", stream); break;
  case VALUE_DIRECTORY: fputs(":folder:_files -/", stream); break;
  case VALUE_OTHER: fputs(":value:", stream); break;
  }
  fputs("' \\\n", stream);
}

static void zsh_command(FILE *stream, const mote_cli_table *table, const mote_cli_command *command) {
  const mote_cli_option *option;
  fprintf(stream, "    %s)\n      _arguments -s \\\n", command->name);
  for (size_t i = 0; (option = mote_cli_option_at(table, command, i)) != NULL; i++) {
    zsh_option(stream, option);
  }
  if (takes_command(command)) {
    fputs("        '::command:(", stream);
    print_commands(stream, table);
    fputs(")'\n", stream);
  } else if (command->operand) {
    fprintf(stream, "        ':%s:_files'\n", command->operand);
  } else {
    fputs("        && return 0\n", stream);
  }
  fputs("      ;;\n", stream);
}

static void print_zsh(FILE *stream, const mote_cli_table *table) {
  fputs("#compdef mote\n"
        "_mote() {\n"
        "  local -a commands=(\n",
        stream);
  for (size_t i = 0; i < table->command_count; i++) {
    fprintf(stream, "    '%s:", table->commands[i].name);
    print_quoted(stream, table->commands[i].summary, ":\\");
    fputs("'\n", stream);
  }
  fputs("  )\n"
        "  if (( CURRENT == 2 )); then\n"
        "    _describe command commands\n"
        "    return\n"
        "  fi\n"
        "  shift words\n"
        "  (( CURRENT-- ))\n"
        "  case $words[1] in\n",
        stream);
  for (size_t i = 0; i < table->command_count; i++) {
    zsh_command(stream, table, &table->commands[i]);
  }
  fputs("  esac\n"
        "}\n"
        "if [ \"$funcstack[1]\" = _mote ]; then\n"
        "  _mote \"$@\"\n"
        "else\n"
        "  compdef _mote mote\n"
        "fi\n",
        stream);
}

static void fish_option(FILE *stream, const mote_cli_command *command, const mote_cli_option *option) {
  fputs("complete -c mote", stream);
  if (command) {
    fprintf(stream, " -n '__fish_seen_subcommand_from %s'", command->name);
  }
  fprintf(stream, " -l %s", option->name);
  if (option->letter) {
    fprintf(stream, " -s %c", option->letter);
  }
  switch (kind_of_value(option)) {
  case VALUE_NONE: break;
  case VALUE_CHOICE:
    fputs(" -x -a '", stream);
    print_choices(stream, option);
    fputc('\'', stream);
    break;
  case VALUE_FILE: fputs(" -r -F", stream); break;
  case VALUE_DIRECTORY: fputs(" -x -a '(__fish_complete_directories)'", stream); break;
  case VALUE_OTHER: fputs(" -x", stream); break;
  }
  fputs(" -d '", stream);
  print_quoted(stream, option->help, "\\");
  fputs("'\n", stream);
}

static void print_fish(FILE *stream, const mote_cli_table *table) {
  fputs("# fish completion for mote\n", stream);
  for (size_t i = 0; i < table->command_count; i++) {
    const mote_cli_command *command = &table->commands[i];
    fprintf(stream, "complete -c mote -n __fish_use_subcommand -f -a %s -d '", command->name);
    print_quoted(stream, command->summary, "\\");
    fputs("'\n", stream);
    for (size_t j = 0; j < command->option_count; j++) {
      fish_option(stream, command, &command->options[j]);
    }
    if (takes_command(command)) {
      fprintf(stream, "complete -c mote -n '__fish_seen_subcommand_from %s' -f -a '", command->name);
      print_commands(stream, table);
      fputs("'\n", stream);
    }
  }
  for (size_t i = 0; i < table->common_count; i++) {
    fish_option(stream, NULL, &table->common[i]);
  }
}

void mote_help_completion(FILE *stream, const mote_cli_table *table, const char *shell) {
  if (strcmp(shell, "bash") == 0) {
    print_bash(stream, table);
  } else if (strcmp(shell, "zsh") == 0) {
    print_zsh(stream, table);
  } else {
    print_fish(stream, table);
  }
}
