/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/option.h"

#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_NAME_LENGTH = 24 };

const mote_cli_option *mote_cli_option_at(const mote_cli_table *table, const mote_cli_command *command, size_t index) {
  if (index < command->option_count) {
    return &command->options[index];
  }
  index -= command->option_count;
  return index < table->common_count ? &table->common[index] : NULL;
}

/* Edit distance between what was typed and the nearest beginning of a name, so that abbreviations are close too. */
static size_t distance_to(const char *typed, const char *name) {
  size_t length = strlen(name);
  size_t row[MAX_NAME_LENGTH + 1];
  assert(length <= MAX_NAME_LENGTH);
  for (size_t j = 0; j <= length; j++) {
    row[j] = j;
  }
  for (size_t i = 1; typed[i - 1] != '\0'; i++) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= length; j++) {
      size_t replaced = diagonal + (typed[i - 1] != name[j - 1]);
      size_t shorter = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
      diagonal = row[j];
      row[j] = replaced < shorter ? replaced : shorter;
    }
  }
  size_t nearest = row[0];
  for (size_t j = 1; j <= length; j++) {
    nearest = row[j] < nearest ? row[j] : nearest;
  }
  return nearest;
}

/* The name that was probably meant, kept while names are offered one by one. */
typedef struct {
  const char *typed;
  const char *name; /* NULL: none is near */
  size_t distance;
} suggestion;

static void offer(suggestion *best, const char *name) {
  size_t typed_length = strlen(best->typed);
  size_t distance = distance_to(best->typed, name);
  bool near = distance < typed_length && distance <= (typed_length + 2) / 3;
  if (near && (!best->name || distance < best->distance)) {
    best->name = name;
    best->distance = distance;
  }
}

const mote_cli_command *mote_cli_find_command(const mote_cli_table *table, const char *name, mote_host_error *error) {
  suggestion best = {.typed = name};
  for (size_t i = 0; i < table->command_count; i++) {
    if (strcmp(table->commands[i].name, name) == 0) {
      return &table->commands[i];
    }
    offer(&best, table->commands[i].name);
  }
  const char *kind = name[0] == '-' ? "option" : "command";
  if (best.name) {
    mote_host_set_error(error, "unknown %s '%s' (did you mean %s?)", kind, name, best.name);
  } else {
    mote_host_set_error(error, "unknown %s '%s'", kind, name);
  }
  return NULL;
}

/* Reads "1.5" or "1/255"; the rest of the text is left to the caller. */
static bool read_real(const char **text, double *value) {
  char *end;
  *value = strtod(*text, &end);
  bool ok = end > *text && isfinite(*value);
  if (ok && *end == '/') {
    const char *denominator = end + 1;
    *value /= strtod(denominator, &end);
    ok = end > denominator && isfinite(*value);
  }
  *text = end;
  return ok;
}

/* Returns how many numbers there are, 0 if the text is no list of numbers. */
static size_t read_reals(const char *text, double *values, size_t capacity) {
  for (size_t count = 1;; count++) {
    double value;
    if (!read_real(&text, &value)) {
      return 0;
    }
    if (count <= capacity) {
      values[count - 1] = value;
    }
    if (*text != ',') {
      return *text == '\0' ? count : 0;
    }
    text++;
  }
}

static bool is_integer(const char *text) {
  char *end;
  errno = 0;
  (void)strtol(text, &end, 10);
  return end > text && *end == '\0' && errno == 0;
}

static bool is_choice(const mote_cli_option *option, const char *text) {
  size_t i = 0;
  while (option->choices[i] && strcmp(option->choices[i], text) != 0) {
    i++;
  }
  return option->choices[i] || i == 0;
}

static bool check_value(const mote_cli_option *option, const char *text, mote_host_error *error) {
  double value;
  switch (option->kind) {
  case MOTE_CLI_INTEGER:
    return is_integer(text) || MOTE_HOST_FAIL(error, "--%s: '%s' is no whole number", option->name, text);
  case MOTE_CLI_REAL:
    return read_reals(text, &value, 1) == 1 || MOTE_HOST_FAIL(error, "--%s: '%s' is no number", option->name, text);
  case MOTE_CLI_REALS:
    return read_reals(text, &value, 1) > 0 ||
           MOTE_HOST_FAIL(error, "--%s: '%s' is no number or list of numbers", option->name, text);
  case MOTE_CLI_TEXT:
    return is_choice(option, text) ||
           MOTE_HOST_FAIL(error, "--%s: '%s' is not one of %s", option->name, text, option->argument);
  case MOTE_CLI_FLAG: break;
  }
  return true;
}

/* The command line as it is walked through. */
typedef struct {
  mote_cli_args *args;
  char **texts;
  size_t count;
  size_t next;
  mote_host_error *error;
} parser;

static bool add_value(parser *p, const mote_cli_option *option, const char *text) {
  bool again = !option->repeatable && option->kind != MOTE_CLI_FLAG && mote_cli_has(p->args, option->name);
  if (again) {
    return MOTE_HOST_FAIL(p->error, "--%s is given twice", option->name);
  }
  if (!check_value(option, text, p->error)) {
    return false;
  }
  p->args->values[p->args->value_count++] = (mote_cli_value){option, text};
  return true;
}

/* `attached` is what stands in the same argument ("=VALUE", or behind the letter); NULL: the next argument is it. */
static bool add_option(parser *p, const mote_cli_option *option, const char *attached) {
  if (!attached && option->kind != MOTE_CLI_FLAG) {
    if (p->next == p->count) {
      return MOTE_HOST_FAIL(p->error, "--%s needs a value: %s", option->name, option->argument);
    }
    attached = p->texts[p->next++];
  }
  return add_value(p, option, attached);
}

static bool parse_long(parser *p, const char *text) {
  size_t length = strcspn(text, "=");
  const char *attached = text[length] == '=' ? text + length + 1 : NULL;
  char name[64] = "";
  if (length < sizeof name) {
    memcpy(name, text, length);
  }
  suggestion best = {.typed = name};
  const mote_cli_option *option;
  for (size_t i = 0; (option = mote_cli_option_at(p->args->table, p->args->command, i)) != NULL; i++) {
    if (strcmp(option->name, name) == 0) {
      if (attached && option->kind == MOTE_CLI_FLAG) {
        return MOTE_HOST_FAIL(p->error, "--%s takes no value", option->name);
      }
      return add_option(p, option, attached);
    }
    offer(&best, option->name);
  }
  if (best.name) {
    return MOTE_HOST_FAIL(p->error, "unknown option '--%.*s' (did you mean --%s?)", (int)length, text, best.name);
  }
  return MOTE_HOST_FAIL(p->error, "unknown option '--%.*s'", (int)length, text);
}

static const mote_cli_option *find_letter(const mote_cli_args *args, char letter) {
  const mote_cli_option *option;
  for (size_t i = 0; (option = mote_cli_option_at(args->table, args->command, i)) != NULL; i++) {
    if (option->letter == letter) {
      return option;
    }
  }
  return NULL;
}

/* Flags may share a dash (-qv); the first option that takes a value takes the rest (-oFILE). */
static bool parse_letters(parser *p, const char *letters) {
  while (*letters != '\0') {
    const mote_cli_option *option = find_letter(p->args, *letters);
    if (!option) {
      return MOTE_HOST_FAIL(p->error, "unknown option '-%c'", *letters);
    }
    letters++;
    if (option->kind != MOTE_CLI_FLAG) {
      return add_option(p, option, *letters != '\0' ? letters : NULL);
    }
    if (!add_option(p, option, NULL)) {
      return false;
    }
  }
  return true;
}

static bool parse_operand(parser *p, const char *text) {
  if (p->args->operand || !p->args->command->operand) {
    return MOTE_HOST_FAIL(p->error, "'%s' is one operand too many", text);
  }
  p->args->operand = text;
  return true;
}

static bool parse_all(parser *p) {
  bool options = true;
  while (p->next < p->count) {
    const char *text = p->texts[p->next++];
    bool ok;
    if (!options || text[0] != '-' || text[1] == '\0') {
      ok = parse_operand(p, text);
    } else if (strcmp(text, "--") == 0) {
      options = false;
      ok = true;
    } else if (text[1] == '-') {
      ok = parse_long(p, text + 2);
    } else {
      ok = parse_letters(p, text + 1);
    }
    if (!ok) {
      return false;
    }
  }
  return true;
}

static bool check_complete(const mote_cli_args *args, mote_host_error *error) {
  const mote_cli_option *option;
  if (args->command->operand && args->command->operand[0] != '[' && !args->operand) {
    return MOTE_HOST_FAIL(error, "%s is missing", args->command->operand);
  }
  for (size_t i = 0; (option = mote_cli_option_at(args->table, args->command, i)) != NULL; i++) {
    if (option->required && !mote_cli_has(args, option->name)) {
      return MOTE_HOST_FAIL(error, "--%s %s is missing", option->name, option->argument);
    }
  }
  return true;
}

/* An argument holds at most as many options as it has letters. */
static size_t count_values(const parser *p) {
  size_t most = 0;
  for (size_t i = 0; i < p->count; i++) {
    most += strlen(p->texts[i]);
  }
  return most;
}

bool mote_cli_parse(const mote_cli_table *table, const mote_cli_command *command, int count, char **texts,
                    mote_cli_args *args, mote_host_error *error) {
  parser p = {.args = args, .texts = texts, .count = (size_t)count, .error = error};
  *args = (mote_cli_args){.table = table, .command = command};
  args->values = mote_host_alloc(count_values(&p), sizeof *args->values, error);
  return args->values && parse_all(&p) && (mote_cli_has(args, "help") || check_complete(args, error));
}

void mote_cli_free(mote_cli_args *args) {
  free(args->values);
  *args = (mote_cli_args){0};
}

const char *mote_cli_operand(const mote_cli_args *args) {
  return args->operand;
}

static const mote_cli_option *find_option(const mote_cli_args *args, const char *name) {
  const mote_cli_option *option;
  for (size_t i = 0; (option = mote_cli_option_at(args->table, args->command, i)) != NULL; i++) {
    if (strcmp(option->name, name) == 0) {
      return option;
    }
  }
  abort(); /* the command has no such option in its row */
}

size_t mote_cli_count(const mote_cli_args *args, const char *option) {
  const mote_cli_option *wanted = find_option(args, option);
  size_t count = 0;
  for (size_t i = 0; i < args->value_count; i++) {
    count += args->values[i].option == wanted;
  }
  return count;
}

bool mote_cli_has(const mote_cli_args *args, const char *option) {
  return mote_cli_count(args, option) > 0;
}

const char *mote_cli_text(const mote_cli_args *args, const char *option, size_t index) {
  const mote_cli_option *wanted = find_option(args, option);
  size_t count = 0;
  assert(wanted->kind != MOTE_CLI_FLAG);
  for (size_t i = 0; i < args->value_count; i++) {
    if (args->values[i].option == wanted && count++ == index) {
      return args->values[i].text;
    }
  }
  return count == 0 && index == 0 ? wanted->fallback : NULL;
}

long mote_cli_integer(const mote_cli_args *args, const char *option) {
  const char *text = mote_cli_text(args, option, 0);
  assert(find_option(args, option)->kind == MOTE_CLI_INTEGER);
  return text ? strtol(text, NULL, 10) : 0;
}

double mote_cli_real(const mote_cli_args *args, const char *option) {
  double value = 0.0;
  assert(find_option(args, option)->kind == MOTE_CLI_REAL);
  mote_cli_reals(args, option, &value, 1);
  return value;
}

size_t mote_cli_reals(const mote_cli_args *args, const char *option, double *values, size_t capacity) {
  const char *text = mote_cli_text(args, option, 0);
  return text ? read_reals(text, values, capacity) : 0;
}

bool mote_cli_wants_json(const mote_cli_args *args) {
  return strcmp(mote_cli_text(args, "format", 0), "json") == 0;
}
