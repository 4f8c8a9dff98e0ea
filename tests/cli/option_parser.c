/* SPDX-License-Identifier: Apache-2.0 */
/* The parser against a table of its own. What a wrong command line prints is tested by cases/usage.sh. */
#include "cli/option.h"
#include "tests/host/check.h"

static int do_nothing(const mote_cli_args *args) {
  (void)args;
  return 0;
}

static const mote_cli_option common[] = {
    {.name = "quiet", .letter = 'q'},
    {.name = "help", .letter = 'h'},
};
static const mote_cli_option options[] = {
    {.name = "input", .letter = 'i', .kind = MOTE_CLI_TEXT, .repeatable = true, .required = true, .argument = "FILE"},
    {.name = "count", .letter = 'c', .kind = MOTE_CLI_INTEGER, .argument = "N", .fallback = "7"},
    {.name = "ratio", .kind = MOTE_CLI_REAL, .argument = "R"},
    {.name = "mean", .kind = MOTE_CLI_REALS, .argument = "M[,M...]"},
    {.name = "format", .kind = MOTE_CLI_TEXT, .argument = "text|json", .choices = {"text", "json"}, .fallback = "text"},
    {.name = "fast", .letter = 'f'},
};
static const mote_cli_command commands[] = {
    {.name = "do", .run = do_nothing, .operand = "MODEL", .options = options, .option_count = 6},
    {.name = "maybe", .run = do_nothing, .operand = "[MODEL]"},
};
static const mote_cli_table table = {commands, 2, common, 2};

enum { MAX_WORDS = 16 };

typedef struct {
  char text[128];
  char *words[MAX_WORDS];
  mote_cli_args args;
  mote_host_error error;
  bool ok;
} command_line;

/* Splits the text at blanks and parses it. */
static void parse(command_line *line, const mote_cli_command *command, const char *text) {
  int count = 0;
  snprintf(line->text, sizeof line->text, "%s", text);
  for (char *word = strtok(line->text, " "); word && count < MAX_WORDS; word = strtok(NULL, " ")) {
    line->words[count++] = word;
  }
  line->ok = mote_cli_parse(&table, command, count, line->words, &line->args, &line->error);
}

static void check_fails(const mote_cli_command *command, const char *text, const char *part) {
  command_line line;
  parse(&line, command, text);
  CHECK_FAILS(line.ok, line.error, part);
  mote_cli_free(&line.args);
}

static void test_values(void) {
  command_line line;
  double values[4] = {0};
  parse(&line, &commands[0], "-i a --input=b m -c -12 --ratio 1/4 -i= --mean -1,2.5,1/2,1e3,5 --format json");
  CHECK_WORKS(line.ok, line.error);
  const mote_cli_args *args = &line.args;
  CHECK(strcmp(mote_cli_operand(args), "m") == 0);
  CHECK(mote_cli_count(args, "input") == 3 && mote_cli_has(args, "input"));
  CHECK(strcmp(mote_cli_text(args, "input", 0), "a") == 0 && strcmp(mote_cli_text(args, "input", 1), "b") == 0);
  CHECK(strcmp(mote_cli_text(args, "input", 2), "=") == 0 && !mote_cli_text(args, "input", 3));
  CHECK(mote_cli_integer(args, "count") == -12);
  CHECK(mote_cli_real(args, "ratio") == 0.25);
  CHECK(mote_cli_reals(args, "mean", values, 3) == 5);
  CHECK(values[0] == -1.0 && values[1] == 2.5 && values[2] == 0.5 && values[3] == 0.0);
  CHECK(mote_cli_wants_json(args) && !mote_cli_has(args, "fast"));
  mote_cli_free(&line.args);
}

static void test_defaults(void) {
  command_line line;
  double value = 3.0;
  parse(&line, &commands[0], "m --input a");
  CHECK_WORKS(line.ok, line.error);
  CHECK(mote_cli_integer(&line.args, "count") == 7 && mote_cli_count(&line.args, "count") == 0);
  CHECK(strcmp(mote_cli_text(&line.args, "count", 0), "7") == 0 && !mote_cli_text(&line.args, "count", 1));
  CHECK(mote_cli_real(&line.args, "ratio") == 0.0);
  CHECK(mote_cli_reals(&line.args, "mean", &value, 1) == 0 && value == 3.0);
  CHECK(!mote_cli_wants_json(&line.args));
  mote_cli_free(&line.args);
}

static void test_forms(void) {
  command_line line;
  parse(&line, &commands[0], "-qfiname -q -- -m");
  CHECK_WORKS(line.ok, line.error);
  CHECK(mote_cli_count(&line.args, "quiet") == 2 && mote_cli_has(&line.args, "fast"));
  CHECK(strcmp(mote_cli_text(&line.args, "input", 0), "name") == 0);
  CHECK(strcmp(mote_cli_operand(&line.args), "-m") == 0);
  mote_cli_free(&line.args);
  parse(&line, &commands[0], "- -i -- --fast");
  CHECK_WORKS(line.ok, line.error);
  CHECK(strcmp(mote_cli_operand(&line.args), "-") == 0 && strcmp(mote_cli_text(&line.args, "input", 0), "--") == 0);
  mote_cli_free(&line.args);
  parse(&line, &commands[1], "");
  CHECK_WORKS(line.ok, line.error);
  CHECK(!mote_cli_operand(&line.args));
  mote_cli_free(&line.args);
  parse(&line, &commands[0], "--help"); /* nothing else has to be complete */
  CHECK_WORKS(line.ok, line.error);
  mote_cli_free(&line.args);
}

static void test_failures(void) {
  check_fails(&commands[0], "", "MODEL is missing");
  check_fails(&commands[0], "m", "--input FILE is missing");
  check_fails(&commands[0], "m -i a n", "'n' is one operand too many");
  check_fails(&commands[0], "m -i a --count 1.5", "--count: '1.5' is no whole number");
  check_fails(&commands[0], "m -i a --ratio 1,2", "--ratio: '1,2' is no number");
  check_fails(&commands[0], "m -i a --ratio nan", "--ratio: 'nan' is no number");
  check_fails(&commands[0], "m -i a --ratio 1/2/3", "--ratio: '1/2/3' is no number");
  check_fails(&commands[0], "m -i a --mean 1,", "--mean: '1,' is no number");
  check_fails(&commands[0], "m -i a --mean 1,,2", "--mean: '1,,2' is no number");
  check_fails(&commands[0], "m -i a --format yaml", "--format: 'yaml' is not one of text|json");
  check_fails(&commands[0], "m -i a -c 1 -c 2", "--count is given twice");
  check_fails(&commands[0], "m -i", "--input needs a value: FILE");
  check_fails(&commands[0], "m --fast=1", "--fast takes no value");
  check_fails(&commands[0], "m -fx", "unknown option '-x'");
}

static void test_suggestions(void) {
  check_fails(&commands[0], "--foo", "unknown option '--foo' (did you mean --format?)");
  check_fails(&commands[0], "--imput=a", "unknown option '--imput' (did you mean --input?)");
  check_fails(&commands[0], "--in", "(did you mean --input?)");
  check_fails(&commands[0], "--hlep", "(did you mean --help?)");
  command_line line;
  parse(&line, &commands[0], "--verbatim");
  CHECK(strcmp(line.error.text, "unknown option '--verbatim'") == 0);
  mote_cli_free(&line.args);
  parse(&line, &commands[0],
        "--aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=1");
  CHECK(!line.ok && strlen(line.error.text) > 80);
  mote_cli_free(&line.args);
  mote_host_error error;
  CHECK(mote_cli_find_command(&table, "do", &error) == &commands[0]);
  CHECK_FAILS(mote_cli_find_command(&table, "mayb", &error), error, "unknown command 'mayb' (did you mean maybe?)");
  CHECK_FAILS(mote_cli_find_command(&table, "", &error), error, "unknown command ''");
}

int main(void) {
  test_values();
  test_defaults();
  test_forms();
  test_failures();
  test_suggestions();
  return check_report();
}
