/* SPDX-License-Identifier: Apache-2.0 */
/* Compares mote with the golden outputs of TensorFlow Lite Micro and TensorFlow Lite: see --help. */
#include "check.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char help[] = "Usage: check [OPTION]...\n"
                           "Runs models on mote and compares the outputs with golden ones: single operators and\n"
                           "small graphs (conformance), real models (zoo), and the models of this repository.\n"
                           "Integers have to have the same bits, floats to be within the tolerances given there.\n"
                           "\n"
                           "  --shared DIR         the folder with conformance/ and zoo/ (default: $MOTE_SHARED,\n"
                           "                       else ../shared)\n"
                           "  --conformance        only the conformance cases\n"
                           "  --models             only the models\n"
                           "  --op NAME            only the conformance cases of this operator, as CONV_2D\n"
                           "  --case PART          only cases and models with PART in their name\n"
                           "  --quick              every 13th conformance case and the models of this repository\n"
                           "  --pack FILE          write what passes into FILE, for firmware (see make check-boards)\n"
                           "  --list-unsupported   list every case that is refused as unsupported, and why\n"
                           "  --strict             count what is unsupported as failed\n"
                           "  --verbose            list what passed, too\n"
                           "\n"
                           "In the table, `known` are the cases where mote differs from TensorFlow Lite Micro on\n"
                           "purpose (see DESIGN.md); they are compared with what the operator means.\n"
                           "The exit code is 0 when nothing failed, 1 when something did, 2 for a wrong option.\n";

enum { SHARED = 256, CONFORMANCE, MODELS, OP, CASE, QUICK, PACK, LIST_UNSUPPORTED, STRICT, VERBOSE, HELP };

static const struct option long_options[] = {
    {"shared", required_argument, NULL, SHARED}, {"conformance", no_argument, NULL, CONFORMANCE},
    {"models", no_argument, NULL, MODELS},       {"op", required_argument, NULL, OP},
    {"case", required_argument, NULL, CASE},     {"quick", no_argument, NULL, QUICK},
    {"pack", required_argument, NULL, PACK},     {"list-unsupported", no_argument, NULL, LIST_UNSUPPORTED},
    {"strict", no_argument, NULL, STRICT},       {"verbose", no_argument, NULL, VERBOSE},
    {"help", no_argument, NULL, HELP},           {NULL, 0, NULL, 0},
};

typedef struct {
  check_options common;
  const char *pack;
  bool conformance, models, strict, help;
} arguments;

static bool parse(int argc, char **argv, arguments *a) {
  const char *environment = getenv("MOTE_SHARED");
  *a = (arguments){.common = {.shared = environment ? environment : "../shared"}};
  for (int option; (option = getopt_long(argc, argv, "", long_options, NULL)) != -1;) {
    switch (option) {
    case SHARED: a->common.shared = optarg; break;
    case CONFORMANCE: a->conformance = true; break;
    case MODELS: a->models = true; break;
    case OP:
      a->common.op = optarg;
      a->conformance = true;
      break;
    case CASE: a->common.part = optarg; break;
    case QUICK: a->common.quick = true; break;
    case PACK: a->pack = optarg; break;
    case LIST_UNSUPPORTED: a->common.list_unsupported = true; break;
    case STRICT: a->strict = true; break;
    case VERBOSE: a->common.verbose = true; break;
    case HELP: a->help = true; break;
    default: return false;
    }
  }
  return optind == argc;
}

static int summary(const check_table *table, bool strict) {
  size_t passed = check_table_total(table, CHECK_PASSED), failed = check_table_total(table, CHECK_FAILED);
  size_t known = check_table_total(table, CHECK_KNOWN), unsupported = check_table_total(table, CHECK_UNSUPPORTED);
  failed += strict ? unsupported : 0;
  printf("\n");
  if (known > 0) {
    printf("%zu known differences are not counted\n", known);
  }
  if (unsupported > 0 && !strict) {
    printf("%zu unsupported are not counted\n", unsupported);
  }
  if (passed + failed + known + unsupported == 0) {
    printf("no case or model has been found\n");
    failed = 1;
  }
  printf("%zu passed, %zu failed\n", passed, failed);
  return failed > 0;
}

static void check_all(check_session *session, const arguments *a) {
  if (a->conformance || !a->models) {
    check_conformance(session);
  }
  if ((a->models || !a->conformance) && !a->common.quick) {
    check_zoo(session);
  }
  if (a->models || !a->conformance) {
    check_repository_models(session);
  }
}

int main(int argc, char **argv) {
  arguments a;
  if (!parse(argc, argv, &a)) {
    fputs("check: wrong option; see check --help\n", stderr);
    return 2;
  }
  if (a.help) {
    fputs(help, stdout);
    return 0;
  }
  setvbuf(stdout, NULL, _IOLBF, 0);
  mote_host_error error;
  check_session session = {a.common, check_table_create(), a.pack ? check_pack_create(a.pack, &error) : NULL};
  if (a.pack && !session.pack) {
    fprintf(stderr, "check: %s\n", error.text);
    return 1;
  }
  check_all(&session, &a);
  check_table_print(session.table, a.common.list_unsupported);
  int code = summary(session.table, a.strict);
  if (session.pack && !check_pack_finish(session.pack, &error)) {
    fprintf(stderr, "check: %s\n", error.text);
    code = 1;
  }
  check_table_free(session.table);
  return code;
}
