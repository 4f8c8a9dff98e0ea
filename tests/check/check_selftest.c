/* SPDX-License-Identifier: Apache-2.0 */
/* The checker has to catch what it is there for: a good kernel passes, and each kind of bad one fails where it should. */
#include "check.h"
#include "host/builtin_names.h"
#include "host/file.h"
#include "ops/fully_connected/fully_connected.h"
#include "tests/host/check.h"

enum { ROWS = 5, OPERATORS = 3 };

extern const mote_kernel mote_kernel_fully_connected_s8;

static const char model_path[] = "models/sine/sine.tflite"; /* three FULLY_CONNECTED operators on int8 */

/* --- Kernels with faults ------------------------------------------------------------------------------------------ */

static unsigned calls, good_calls; /* since the start of a test */
static const uint8_t *moved_model;
static size_t model_bytes;
static uint8_t *arena_end;

static mote_status run_well(const void *params, void *const *io, mote_instance *instance) {
  return mote_kernel_fully_connected_s8.run(params, io, instance);
}

/* The output, one too large. */
static mote_status run_badly(const void *params, void *const *io, mote_instance *instance) {
  mote_status status = run_well(params, io, instance);
  int8_t *y = io[3];
  y[0] = (int8_t)(y[0] == INT8_MAX ? INT8_MIN : y[0] + 1);
  return status;
}

static mote_status run_wrong(const void *params, void *const *io, mote_instance *instance) {
  return run_badly(params, io, instance);
}

static mote_status run_failing(const void *params, void *const *io, mote_instance *instance) {
  run_well(params, io, instance);
  return ++calls == 2 ? MOTE_DATA : MOTE_OK;
}

/* Remembers from one instance to the next: its first calls are right. */
static mote_status run_remembering(const void *params, void *const *io, mote_instance *instance) {
  return (++calls > good_calls ? run_badly : run_well)(params, io, instance);
}

static mote_status run_here_only(const void *params, void *const *io, mote_instance *instance) {
  bool is_moved = (uintptr_t)io[1] - (uintptr_t)moved_model < model_bytes;
  return (is_moved ? run_badly : run_well)(params, io, instance);
}

static mote_status run_overflowing(const void *params, void *const *io, mote_instance *instance) {
  arena_end[3] = 0;
  return run_well(params, io, instance);
}

/* --- The case ----------------------------------------------------------------------------------------------------- */

typedef struct {
  mote_check_case c;
  mote_kernel kernel;
  const mote_kernel *kernels[2];
  check_model model;
  uint8_t *golden;
  _Alignas(8) uint8_t arena[8192];
} fixture;

/* The outputs of mote itself: the checks are about the checker here. */
static void compute(const check_model *model, const int8_t *inputs, int8_t *outputs) {
  static _Alignas(8) uint8_t arena[8192];
  mote_model opened;
  mote_instance *instance;
  CHECK(mote_open(&opened, model->data, model->size, mote_all_kernels, NULL) == MOTE_OK);
  CHECK(mote_create(&instance, &opened, arena, sizeof arena, NULL) == MOTE_OK);
  for (int i = 0; i < ROWS; i++) {
    mote_tensor x, y;
    mote_input(instance, 0, &x);
    mote_output(instance, 0, &y);
    *(int8_t *)x.data = inputs[i];
    mote_invoke(instance, NULL);
    outputs[i] = *(int8_t *)y.data;
  }
}

static void set_up(fixture *f, mote_run_fn *run) {
  static const int8_t inputs[ROWS] = {-128, -5, 0, 64, 127};
  int8_t outputs[ROWS];
  mote_buffer file;
  mote_host_error error;
  if (!mote_file_read(model_path, MOTE_FILE_MAX_BYTES, &file, &error)) {
    fprintf(stderr, "%s\n", error.text);
    exit(1);
  }
  memset(f, 0, sizeof *f);
  f->model = check_model_copy(file.data, file.size);
  mote_buffer_free(&file);
  compute(&f->model, inputs, outputs);
  f->c = check_case_of(&f->model);
  f->golden = check_golden_from_rows(inputs, 1, outputs, 1, ROWS, &f->c.golden_bytes);
  f->c.golden = f->golden;
  f->kernel = mote_kernel_fully_connected_s8;
  f->kernel.run = run;
  f->kernels[0] = &f->kernel;
  f->c.kernels = f->kernels;
  calls = 0;
  moved_model = f->c.moved_model;
  model_bytes = f->model.size;
}

static void tear_down(fixture *f) {
  free(f->golden);
  check_model_free(&f->model);
}

static mote_check_report run_fixture(fixture *f) {
  mote_check_report report;
  mote_check_run(&f->c, f->arena, sizeof f->arena, &report);
  return report;
}

static void check_report_of(mote_run_fn *run, mote_check_stage stage, mote_check_difference difference) {
  fixture f;
  set_up(&f, run);
  mote_check_report report = run_fixture(&f);
  CHECK(report.verdict == MOTE_CHECK_FAILED);
  CHECK(report.stage == stage);
  CHECK(report.difference == difference);
  tear_down(&f);
}

/* --- Tests -------------------------------------------------------------------------------------------------------- */

static void test_good_kernel(void) {
  fixture f;
  set_up(&f, run_well);
  mote_check_report report = run_fixture(&f);
  CHECK(report.verdict == MOTE_CHECK_PASSED);
  CHECK(report.arena_bytes > 0 && report.arena_bytes < sizeof f.arena);
  CHECK(report.output_crc != 0);
  mote_check_run(&f.c, f.arena, report.arena_bytes, &report);
  CHECK(report.verdict == MOTE_CHECK_PASSED);
  mote_check_run(&f.c, f.arena, report.arena_bytes - 1, &report);
  CHECK(report.verdict == MOTE_CHECK_NO_ROOM && report.error.needed == report.error.available + 1);
  mote_check_run(&f.c, f.arena, 0, &report);
  CHECK(report.verdict == MOTE_CHECK_NO_ROOM && report.error.needed > 0);
  tear_down(&f);
}

static void test_bad_kernels(void) {
  check_report_of(run_wrong, MOTE_CHECK_INVOKE, MOTE_CHECK_VALUE);
  check_report_of(run_failing, MOTE_CHECK_INVOKE, MOTE_CHECK_NO_DIFFERENCE);
  good_calls = OPERATORS * ROWS; /* the second run has three steps */
  check_report_of(run_remembering, MOTE_CHECK_STEP, MOTE_CHECK_VALUE);
  good_calls = OPERATORS * (ROWS + 3) + 1;
  check_report_of(run_remembering, MOTE_CHECK_RESET, MOTE_CHECK_VALUE);
  check_report_of(run_here_only, MOTE_CHECK_MOVED, MOTE_CHECK_VALUE);
}

static void test_guard(void) {
  fixture f;
  set_up(&f, run_well);
  arena_end = f.arena + run_fixture(&f).arena_bytes;
  f.kernel.run = run_overflowing;
  mote_check_report report = run_fixture(&f);
  CHECK(report.verdict == MOTE_CHECK_FAILED && report.stage == MOTE_CHECK_GUARD && report.element == 3);
  tear_down(&f);
}

static void test_unsupported(void) {
  fixture f;
  set_up(&f, run_well);
  f.kernels[0] = NULL;
  mote_check_report report = run_fixture(&f);
  CHECK(report.verdict == MOTE_CHECK_UNSUPPORTED && report.error.status == MOTE_UNSUPPORTED_OPERATOR);
  tear_down(&f);
}

static void test_golden_files(void) {
  fixture f;
  set_up(&f, run_well);
  uint8_t *last = f.golden + f.c.golden_bytes - 4;
  *last ^= 1;
  mote_check_report report = run_fixture(&f);
  CHECK(report.verdict == MOTE_CHECK_FAILED && report.stage == MOTE_CHECK_INVOKE && report.step == ROWS - 1);
  CHECK(report.tensor == 1 && report.element == 0 && report.differing == 1 && report.type == MOTE_INT8);
  CHECK((report.got ^ report.expected) == 1);
  f.c.integer_tolerance = 1;
  CHECK(run_fixture(&f).verdict == MOTE_CHECK_PASSED);
  f.golden[20] = MOTE_NONE; /* the input's type: float32 */
  report = run_fixture(&f);
  CHECK(report.verdict == MOTE_CHECK_FAILED && report.stage == MOTE_CHECK_SIGNATURE);
  CHECK(report.difference == MOTE_CHECK_TYPE && report.tensor == 0);
  for (size_t cut = 0; cut < f.c.golden_bytes; cut++) {
    mote_check_case c = f.c;
    c.golden_bytes = cut;
    mote_check_run(&c, f.arena, sizeof f.arena, &report);
    CHECK(report.verdict == MOTE_CHECK_FAILED && report.stage == MOTE_CHECK_GOLDEN);
  }
  tear_down(&f);
}

static void test_intermediates(void) {
  fixture f;
  mote_model model;
  mote_instance *instance;
  mote_tensor y;
  set_up(&f, run_well);
  mote_open(&model, f.model.data, f.model.size, mote_all_kernels, NULL);
  mote_create(&instance, &model, f.arena, sizeof f.arena, NULL);
  mote_output(instance, 0, &y);
  uint16_t tensor = y.index;
  f.c.tensors = &tensor;
  CHECK(run_fixture(&f).verdict == MOTE_CHECK_PASSED);
  tensor = 0; /* the input: no operator writes it */
  mote_check_report report = run_fixture(&f);
  CHECK(report.verdict == MOTE_CHECK_FAILED && report.difference == MOTE_CHECK_UNSEEN);
  tensor = y.index;
  f.kernel.run = run_wrong;
  report = run_fixture(&f);
  CHECK(report.verdict == MOTE_CHECK_FAILED && report.difference == MOTE_CHECK_VALUE && report.tensor == 1);
  tear_down(&f);
}

static void count_listed(void *context, const mote_op_description *op) {
  unsigned *count = context;
  CHECK(op->status == MOTE_UNSUPPORTED_OPERATOR && op->op == *count && op->name == NULL);
  CHECK(strcmp(mote_op_name_text(op).text, "FULLY_CONNECTED") == 0);
  CHECK(strcmp(mote_op_types_text(op).text, "(int8, int8, int32) -> int8") == 0);
  ++*count;
}

/* mote_unsupported() names all of a refused model, and has nothing to say about what is none. */
static void test_list_of_unsupported(void) {
  fixture f;
  mote_model model;
  mote_op_description op;
  unsigned count = 0;
  const mote_kernel *none = NULL;
  set_up(&f, run_well);
  CHECK(mote_open(&model, f.model.data, f.model.size, &none, NULL) == MOTE_UNSUPPORTED_OPERATOR);
  CHECK(mote_unsupported(&model, count_listed, &count) == OPERATORS && count == OPERATORS);
  CHECK(mote_describe_op(&model, 0, OPERATORS, &op) == MOTE_INDEX);
  CHECK(mote_describe_op(&model, 1, 0, &op) == MOTE_INDEX);
  CHECK(mote_open(&model, f.golden, f.c.golden_bytes, &none, NULL) == MOTE_NOT_A_MODEL);
  CHECK(mote_unsupported(&model, count_listed, &count) == 0);
  tear_down(&f);
}

int main(void) {
  test_good_kernel();
  test_bad_kernels();
  test_guard();
  test_unsupported();
  test_golden_files();
  test_intermediates();
  test_list_of_unsupported();
  return check_report();
}
