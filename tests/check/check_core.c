/* SPDX-License-Identifier: Apache-2.0 */
#include "check_core.h"

#include <string.h>

enum {
  GUARD_BYTES = 64,
  REPEATED_STEPS = 3, /* the runs after the first go no further: enough for state to show */
};

/* --- The golden file ---------------------------------------------------------------------------------------------- */

enum { MTIO_MAGIC = 0x4F49544D /* MTIO */, MTIO_HEADER_BYTES = 20, MTIO_TENSOR_BYTES = 12, MTIO_MAX_RANK = 16 };

/* mote_type by element type of the file, which is TensorType of the TFLite schema. */
static const uint8_t type_of_schema[] = {
    MOTE_FLOAT32, MOTE_FLOAT16, MOTE_INT32, MOTE_UINT8,  MOTE_INT64, MOTE_NONE, MOTE_BOOL,   MOTE_INT16,  MOTE_NONE,
    MOTE_INT8,    MOTE_NONE,    MOTE_NONE,  MOTE_UINT64, MOTE_NONE,  MOTE_NONE, MOTE_UINT32, MOTE_UINT16,
};

typedef struct golden {
  const uint8_t *bytes;
  const uint8_t *data; /* of the first step */
  uint32_t input_count, output_count, step_count;
  uint32_t step_bytes;
} golden;

typedef struct golden_tensor {
  mote_type type;
  uint32_t bytes;
  const uint8_t *data;
} golden_tensor;

static uint32_t load32(const uint8_t *p) {
  uint32_t value;
  memcpy(&value, p, sizeof value);
  return value;
}

static uint32_t padded(uint32_t bytes) {
  return (bytes + 3) & ~3u;
}

/* Checks the whole file: golden_get() trusts it. */
static bool golden_open(golden *g, const void *file, size_t file_bytes) {
  const uint8_t *bytes = file;
  if (file_bytes < MTIO_HEADER_BYTES || load32(bytes) != MTIO_MAGIC || load32(bytes + 4) != 1) {
    return false;
  }
  golden parsed = {bytes, NULL, load32(bytes + 8), load32(bytes + 12), load32(bytes + 16), 0};
  uint64_t position = MTIO_HEADER_BYTES, step_bytes = 0;
  for (uint64_t i = 0; i < (uint64_t)parsed.input_count + parsed.output_count; i++) {
    if (file_bytes - position < MTIO_TENSOR_BYTES || load32(bytes + position + 4) > MTIO_MAX_RANK) {
      return false;
    }
    position += MTIO_TENSOR_BYTES + 4 * (uint64_t)load32(bytes + position + 4);
    if (position > file_bytes) {
      return false;
    }
    step_bytes += (load32(bytes + position - 4) + UINT64_C(3)) & ~UINT64_C(3);
  }
  uint64_t left = file_bytes - position;
  if (step_bytes > left || parsed.step_count == 0 || step_bytes * parsed.step_count != left) {
    return false;
  }
  parsed.data = bytes + position;
  parsed.step_bytes = (uint32_t)step_bytes;
  *g = parsed;
  return true;
}

/* Tensor `index` of a step, inputs first. */
static golden_tensor golden_get(const golden *g, uint32_t step, uint32_t index) {
  const uint8_t *descriptor = g->bytes + MTIO_HEADER_BYTES;
  golden_tensor t = {MOTE_NONE, 0, g->data + (size_t)step * g->step_bytes};
  for (uint32_t i = 0; i <= index; i++) {
    t.data += padded(t.bytes);
    uint32_t type = load32(descriptor);
    descriptor += MTIO_TENSOR_BYTES + 4 * load32(descriptor + 4);
    t.type = type < sizeof type_of_schema ? (mote_type)type_of_schema[type] : MOTE_NONE;
    t.bytes = load32(descriptor - 4);
  }
  return t;
}

/* --- A run -------------------------------------------------------------------------------------------------------- */

/* What one pass over the steps needs. Functions return whether all is well so far; the report says what is not. */
typedef struct run {
  const mote_check_case *c;
  mote_check_report *report;
  golden golden;
  mote_model model;
  mote_instance *instance;
  mote_hook hook; /* for intermediate tensors */
  uint32_t seen;  /* of those, in this step */
  uint32_t crc;
  uint32_t repeated_crc; /* of the first REPEATED_STEPS steps of the first pass */
} run;

static bool fail_call(run *r, mote_status status, const mote_error *error) {
  r->report->verdict = MOTE_CHECK_FAILED;
  r->report->error = *error;
  r->report->error.status = status;
  return false;
}

static bool fail_difference(run *r, mote_check_difference difference, uint64_t got, uint64_t expected) {
  r->report->verdict = MOTE_CHECK_FAILED;
  r->report->difference = difference;
  r->report->got = got;
  r->report->expected = expected;
  return false;
}

/* `tensor`: which of the golden file. */
static bool fail_tensor(run *r, uint32_t tensor, mote_check_difference difference, uint64_t got, uint64_t expected) {
  r->report->tensor = tensor;
  return fail_difference(r, difference, got, expected);
}

static uint32_t crc32(uint32_t crc, const uint8_t *data, uint32_t bytes) {
  crc = ~crc;
  for (uint32_t i = 0; i < bytes; i++) {
    crc ^= data[i];
    for (int bit = 0; bit < 8; bit++) {
      crc = crc >> 1 ^ (0xEDB88320u & (0u - (crc & 1)));
    }
  }
  return ~crc;
}

/* NaNs count as one: their sign and payload differ from machine to machine. */
static uint32_t crc_of_tensor(uint32_t crc, const mote_tensor *t) {
  const uint8_t *data = t->data;
  if (t->type != MOTE_FLOAT32) {
    return crc32(crc, data, t->bytes);
  }
  for (uint32_t i = 0; i < t->bytes; i += 4) {
    static const uint8_t nan[4] = {0, 0, 0xC0, 0x7F};
    bool is_nan = (load32(data + i) & 0x7FFFFFFF) > 0x7F800000;
    crc = crc32(crc, is_nan ? nan : data + i, 4);
  }
  return crc;
}

/* --- Comparing ---------------------------------------------------------------------------------------------------- */

static double load_float(const uint8_t *p) {
  float value;
  memcpy(&value, p, sizeof value);
  return (double)value;
}

static bool is_finite(double x) {
  return x - x == 0;
}

static double magnitude(double x) {
  return x < 0 ? -x : x;
}

static double largest_magnitude(const golden_tensor *t) {
  double largest = 0;
  for (uint32_t i = 0; i < t->bytes; i += 4) {
    double x = magnitude(load_float(t->data + i));
    largest = is_finite(x) && x > largest ? x : largest;
  }
  return largest;
}

static bool float_passes(const mote_check_case *c, double got, double expected, double atol) {
  if (!is_finite(got) || !is_finite(expected)) {
    return got == expected || (got != got && expected != expected);
  }
  return magnitude(got - expected) <= atol + c->rtol * magnitude(expected);
}

/* Element of an integer type of up to 32 bits. */
static int64_t load_integer(const uint8_t *p, mote_type type) {
  uint32_t bits = 0;
  memcpy(&bits, p, mote_type_bytes(type, 1));
  switch (type) {
  case MOTE_INT8: return (int8_t)bits;
  case MOTE_INT16: return (int16_t)bits;
  case MOTE_INT32: return (int32_t)bits;
  default: return bits;
  }
}

static uint64_t element_bits(const uint8_t *p, uint32_t bytes) {
  uint64_t bits = 0;
  memcpy(&bits, p, bytes);
  return bits;
}

static bool value_passes(const mote_check_case *c, mote_type type, const uint8_t *got, const uint8_t *expected,
                         double atol) {
  switch (type) {
  case MOTE_FLOAT32: return float_passes(c, load_float(got), load_float(expected), atol);
  case MOTE_INT8:
  case MOTE_INT16:
  case MOTE_INT32:
  case MOTE_UINT8:
  case MOTE_UINT16: {
    int64_t difference = load_integer(got, type) - load_integer(expected, type);
    return (uint64_t)(difference < 0 ? -difference : difference) <= c->integer_tolerance;
  }
  default: return element_bits(got, mote_type_bytes(type, 1)) == element_bits(expected, mote_type_bytes(type, 1));
  }
}

static bool compare_values(run *r, uint32_t tensor, const uint8_t *got, const golden_tensor *expected) {
  uint32_t size = mote_type_bytes(expected->type, 1);
  uint32_t differing = 0;
  double atol = r->c->atol;
  if (expected->type == MOTE_FLOAT32 && r->c->mtol > 0) {
    atol += r->c->mtol * largest_magnitude(expected);
  }
  for (uint32_t i = 0; i < expected->bytes; i += size) {
    const uint8_t *g = got + i, *e = expected->data + i;
    if (value_passes(r->c, expected->type, g, e, atol)) {
      continue;
    }
    if (differing++ == 0) {
      fail_tensor(r, tensor, MOTE_CHECK_VALUE, element_bits(g, size), element_bits(e, size));
      r->report->element = i / size;
      r->report->type = expected->type;
    }
    r->report->differing = differing;
  }
  return differing == 0;
}

static bool same_signature(run *r, uint32_t tensor, const mote_tensor *t, const golden_tensor *expected) {
  if (t->type != expected->type) {
    return fail_tensor(r, tensor, MOTE_CHECK_TYPE, t->type, expected->type);
  }
  return t->bytes == expected->bytes || fail_tensor(r, tensor, MOTE_CHECK_SIZE, t->bytes, expected->bytes);
}

static bool compare(run *r, uint32_t output, const mote_tensor *t) {
  uint32_t tensor = r->golden.input_count + output;
  golden_tensor expected = golden_get(&r->golden, r->report->step, tensor);
  if (!same_signature(r, tensor, t, &expected)) {
    return false;
  }
  r->crc = crc_of_tensor(r->crc, t);
  return compare_values(r, tensor, t->data, &expected);
}

static bool compare_outputs(run *r) {
  for (uint32_t i = 0; i < r->golden.output_count; i++) {
    mote_tensor t;
    mote_output(r->instance, i, &t);
    if (!compare(r, i, &t)) {
      return false;
    }
  }
  return true;
}

/* The hook: compares the outputs of an operator that are among the golden tensors. */
static void compare_intermediates(void *context, const mote_instance *instance, uint32_t subgraph, uint32_t op) {
  run *r = context;
  mote_tensor t;
  for (uint32_t i = 0; subgraph == 0 && mote_operator_output(instance, subgraph, op, i, &t) == MOTE_OK; i++) {
    for (uint32_t output = 0; output < r->golden.output_count; output++) {
      if (r->c->tensors[output] == t.index && r->report->verdict == MOTE_CHECK_PASSED) {
        r->seen++;
        compare(r, output, &t);
      }
    }
  }
}

/* --- Running ------------------------------------------------------------------------------------------------------ */

static bool set_inputs(run *r) {
  for (uint32_t i = 0; i < r->golden.input_count; i++) {
    mote_tensor t;
    golden_tensor data = golden_get(&r->golden, r->report->step, i);
    mote_input(r->instance, i, &t);
    if (!same_signature(r, i, &t, &data)) {
      r->report->stage = MOTE_CHECK_SIGNATURE;
      return false;
    }
    memcpy(t.data, data.data, data.bytes);
  }
  return true;
}

/* A whole invocation in steps, of which there are at most as many as operators. */
static mote_status invoke_stepwise(mote_instance *instance, mote_error *error) {
  mote_status status = MOTE_OK;
  for (uint32_t i = 0; i <= mote_operator_count(instance, 0) && status == MOTE_OK; i++) {
    status = mote_step(instance, error);
  }
  return status == MOTE_DONE ? MOTE_OK : status == MOTE_OK ? MOTE_DONE : status;
}

static bool run_step(run *r, mote_status (*invoke)(mote_instance *, mote_error *)) {
  mote_error error = {MOTE_OK, 0, MOTE_NOWHERE, MOTE_NOWHERE, 0, 0, NULL};
  if (r->c->reset_every_step && r->report->step > 0) {
    mote_reset(r->instance);
  }
  if (!set_inputs(r)) {
    return false;
  }
  r->seen = 0;
  mote_status status = invoke(r->instance, &error);
  if (status != MOTE_OK) {
    return fail_call(r, status, &error);
  }
  if (r->c->tensors == NULL) {
    return compare_outputs(r);
  }
  return r->report->verdict == MOTE_CHECK_PASSED &&
         (r->seen == r->golden.output_count || fail_difference(r, MOTE_CHECK_UNSEEN, r->seen, r->golden.output_count));
}

/* The first pass goes over all steps; the others have to give its bits. */
static bool run_steps(run *r, mote_check_stage stage, mote_status (*invoke)(mote_instance *, mote_error *)) {
  bool is_first = stage == MOTE_CHECK_INVOKE;
  uint32_t step_count = r->golden.step_count;
  uint32_t repeated = step_count < REPEATED_STEPS ? step_count : REPEATED_STEPS;
  r->crc = 0;
  for (uint32_t step = 0; step < (is_first ? step_count : repeated); step++) {
    r->report->stage = stage;
    r->report->step = step;
    if (!run_step(r, invoke)) {
      return false;
    }
    if (is_first && step + 1 == repeated) {
      r->repeated_crc = r->crc;
    }
  }
  if (is_first) {
    r->report->output_crc = r->crc;
  } else if (r->crc != r->repeated_crc) {
    return fail_difference(r, MOTE_CHECK_BITS, r->crc, r->repeated_crc);
  }
  return true;
}

static bool check_counts(run *r) {
  uint32_t inputs = mote_input_count(r->instance), outputs = mote_output_count(r->instance);
  r->report->stage = MOTE_CHECK_SIGNATURE;
  if (inputs != r->golden.input_count) {
    return fail_difference(r, MOTE_CHECK_COUNT, inputs, r->golden.input_count);
  }
  return r->c->tensors || outputs == r->golden.output_count ||
         fail_difference(r, MOTE_CHECK_COUNT, outputs, r->golden.output_count);
}

static bool create(run *r, uint8_t *arena, int garbage) {
  mote_error error;
  memset(arena, garbage, r->report->arena_bytes);
  mote_status status = mote_create(&r->instance, &r->model, arena, r->report->arena_bytes, &error);
  if (status != MOTE_OK) {
    return fail_call(r, status, &error);
  }
  if (r->c->tensors) {
    r->hook.after = compare_intermediates;
    r->hook.context = r;
    mote_set_hook(r->instance, &r->hook);
  }
  return check_counts(r);
}

/* --- The promises ------------------------------------------------------------------------------------------------- */

/* Not more is needed than mote_measure() says: mote_create() agrees. */
static bool check_small_arena(run *r, uint8_t *arena) {
  mote_error error = {MOTE_OK, 0, MOTE_NOWHERE, MOTE_NOWHERE, 0, 0, NULL};
  uint32_t needed = r->report->arena_bytes;
  r->report->stage = MOTE_CHECK_SMALL_ARENA;
  mote_status status = mote_create(&r->instance, &r->model, arena, needed - 1, &error);
  return (status == MOTE_ARENA && error.needed == needed && error.available == needed - 1) ||
         fail_call(r, status, &error);
}

/* An instance that has done some steps, and is in the middle of the next, starts over as a new one. */
static bool check_reset(run *r) {
  mote_error error;
  mote_step(r->instance, &error);
  mote_reset(r->instance);
  return run_steps(r, MOTE_CHECK_RESET, mote_invoke);
}

static bool check_moved(run *r, uint8_t *arena) {
  if (r->c->moved_model == NULL) {
    return true;
  }
  mote_error error;
  r->report->stage = MOTE_CHECK_MOVED;
  mote_status status = mote_open(&r->model, r->c->moved_model, r->c->model_bytes, r->c->kernels, &error);
  if (status != MOTE_OK) {
    return fail_call(r, status, &error);
  }
  return create(r, arena, 0x33) && run_steps(r, MOTE_CHECK_MOVED, mote_invoke);
}

static bool check_case(run *r, uint8_t *arena) {
  if (!r->c->golden_only && !check_small_arena(r, arena)) {
    return false;
  }
  r->report->stage = MOTE_CHECK_CREATE;
  if (!create(r, arena, 0xA5)) {
    return false;
  }
  if (!run_steps(r, MOTE_CHECK_INVOKE, mote_invoke) || r->c->golden_only) {
    return r->report->verdict == MOTE_CHECK_PASSED;
  }
  r->report->stage = MOTE_CHECK_STEP;
  return create(r, arena, 0x5A) && run_steps(r, MOTE_CHECK_STEP, invoke_stepwise) && check_reset(r) &&
         check_moved(r, arena);
}

/* --- The whole ---------------------------------------------------------------------------------------------------- */

/* What a refusal means: the model is bad, or asks for more than there is. */
static mote_check_verdict verdict_of(mote_status status) {
  bool unsupported =
      status == MOTE_UNSUPPORTED_OPERATOR || status == MOTE_UNSUPPORTED_TYPE || status == MOTE_UNSUPPORTED_FEATURE;
  return unsupported ? MOTE_CHECK_UNSUPPORTED : status == MOTE_ARENA ? MOTE_CHECK_NO_ROOM : MOTE_CHECK_FAILED;
}

static bool open_and_measure(run *r, void *work, size_t work_bytes) {
  mote_error error = {MOTE_OK, 0, MOTE_NOWHERE, MOTE_NOWHERE, 0, 0, NULL};
  mote_needs needs = {0, 0};
  r->report->stage = MOTE_CHECK_OPEN;
  mote_status status = mote_open(&r->model, r->c->model, r->c->model_bytes, r->c->kernels, &error);
  if (status == MOTE_OK) {
    r->report->stage = MOTE_CHECK_MEASURE;
    status = mote_measure(&r->model, work, work_bytes, &needs, &error);
  }
  if (status != MOTE_OK) {
    fail_call(r, status, &error);
    r->report->verdict = verdict_of(status);
    return false;
  }
  r->report->arena_bytes = ((needs.persistent_bytes + 7) & ~7u) + needs.scratch_bytes;
  return true;
}

static bool has_room(run *r, size_t arena_bytes) {
  if (arena_bytes >= r->report->arena_bytes) {
    return true;
  }
  mote_error error = {MOTE_ARENA, 0, MOTE_NOWHERE, MOTE_NOWHERE, r->report->arena_bytes, (uint32_t)arena_bytes, NULL};
  fail_call(r, MOTE_ARENA, &error);
  r->report->verdict = MOTE_CHECK_NO_ROOM;
  return false;
}

void mote_check_run(const mote_check_case *c, void *arena, size_t arena_bytes, mote_check_report *report) {
  run r = {.c = c, .report = report};
  memset(report, 0, sizeof *report);
  if (!golden_open(&r.golden, c->golden, c->golden_bytes)) {
    fail_difference(&r, MOTE_CHECK_NO_DIFFERENCE, 0, 0);
    return;
  }
  if (!open_and_measure(&r, arena, arena_bytes) || !has_room(&r, arena_bytes)) {
    return;
  }
  size_t left = arena_bytes - report->arena_bytes;
  size_t guard_bytes = left < GUARD_BYTES ? left : GUARD_BYTES;
  uint8_t *guard = (uint8_t *)arena + report->arena_bytes;
  memset(guard, 0xC3, guard_bytes);
  if (!check_case(&r, arena)) {
    return;
  }
  for (size_t i = 0; i < guard_bytes; i++) {
    if (guard[i] != 0xC3) {
      report->stage = MOTE_CHECK_GUARD;
      report->element = (uint32_t)i;
      fail_difference(&r, MOTE_CHECK_GUARD_BYTE, guard[i], 0xC3);
      return;
    }
  }
}
