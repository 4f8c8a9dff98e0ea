/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"
#include "host/mtio.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static uint8_t *put_u32(uint8_t *to, size_t value) {
  uint32_t word = (uint32_t)value;
  memcpy(to, &word, sizeof word);
  return to + sizeof word;
}

static uint8_t *put_padded(uint8_t *to, const int8_t *data, size_t bytes) {
  memcpy(to, data, bytes);
  return to + (bytes + 3) / 4 * 4;
}

static uint8_t *put_descriptor(uint8_t *to, size_t bytes) {
  to = put_u32(to, MOTE_ARRAY_INT8);
  to = put_u32(to, 1);
  to = put_u32(to, bytes);
  return put_u32(to, bytes);
}

uint8_t *check_golden_from_rows(const int8_t *inputs, size_t input_bytes, const int8_t *outputs, size_t output_bytes,
                                size_t step_count, size_t *golden_bytes) {
  size_t step_bytes = (input_bytes + 3) / 4 * 4 + (output_bytes + 3) / 4 * 4;
  *golden_bytes = 20 + 2 * 16 + step_count * step_bytes;
  uint8_t *golden = check_alloc(*golden_bytes);
  uint8_t *to = golden;
  to = put_u32(to, 0x4F49544D); /* MTIO */
  to = put_u32(to, 1);
  to = put_u32(to, 1);
  to = put_u32(to, 1);
  to = put_u32(to, step_count);
  to = put_descriptor(to, input_bytes);
  to = put_descriptor(to, output_bytes);
  for (size_t step = 0; step < step_count; step++) {
    to = put_padded(to, inputs + step * input_bytes, input_bytes);
    to = put_padded(to, outputs + step * output_bytes, output_bytes);
  }
  return golden;
}

/* A copy to be written to; `file` looks at it. NULL when it is not a golden file. */
static uint8_t *copy_golden(const uint8_t *golden, size_t bytes, mote_mtio *file) {
  mote_host_error error;
  uint8_t *copy = check_alloc(bytes);
  memcpy(copy, golden, bytes);
  if (!mote_mtio_parse(copy, bytes, file, &error)) {
    free(copy);
    return NULL;
  }
  return copy;
}

static void replace_outputs(const mote_mtio *file, const uint8_t *outputs) {
  for (size_t step = 0; step < file->step_count; step++) {
    for (size_t i = 0; i < file->output_count; i++) {
      mote_array output = mote_mtio_output(file, step, i);
      memcpy(output.data, outputs, output.bytes);
      outputs += output.bytes;
    }
  }
}

uint8_t *check_golden_with_outputs(const uint8_t *golden, size_t golden_bytes, const uint8_t *outputs, size_t bytes) {
  mote_mtio file;
  uint8_t *copy = copy_golden(golden, golden_bytes, &file);
  if (!copy) {
    return NULL;
  }
  size_t step_bytes = 0;
  for (size_t i = 0; i < file.output_count; i++) {
    step_bytes += mote_mtio_output(&file, 0, i).bytes;
  }
  bool fits = step_bytes * file.step_count == bytes;
  if (fits) {
    replace_outputs(&file, outputs);
  } else {
    free(copy);
  }
  mote_mtio_free(&file);
  return fits ? copy : NULL;
}

/* --- By mote itself ------------------------------------------------------------------------------------------------ */

static mote_instance *create_instance(const mote_check_case *c, mote_model *model, void **arena) {
  mote_needs needs;
  mote_instance *instance = NULL;
  *arena = NULL;
  if (mote_open(model, c->model, c->model_bytes, c->kernels, NULL) != MOTE_OK) {
    return NULL;
  }
  void *work = check_alloc(model->plan_bytes);
  if (mote_measure(model, work, model->plan_bytes, &needs, NULL) == MOTE_OK) {
    size_t arena_bytes = (size_t)needs.persistent_bytes + 8 + needs.scratch_bytes;
    *arena = check_alloc(arena_bytes);
    mote_create(&instance, model, *arena, arena_bytes, NULL);
  }
  free(work);
  return instance;
}

/* Runs all steps, whose outputs replace those of the file. */
static bool compute_outputs(const mote_check_case *c, mote_instance *instance, const mote_mtio *file) {
  mote_tensor t;
  for (size_t step = 0; step < file->step_count; step++) {
    if (c->reset_every_step) {
      mote_reset(instance);
    }
    for (size_t i = 0; i < file->input_count; i++) {
      mote_array input = mote_mtio_input(file, step, i);
      if (mote_input(instance, (uint32_t)i, &t) != MOTE_OK || t.bytes != input.bytes) {
        return false;
      }
      memcpy(t.data, input.data, input.bytes);
    }
    if (mote_invoke(instance, NULL) != MOTE_OK) {
      return false;
    }
    for (size_t i = 0; i < file->output_count; i++) {
      mote_array output = mote_mtio_output(file, step, i);
      if (mote_output(instance, (uint32_t)i, &t) != MOTE_OK || t.bytes != output.bytes) {
        return false;
      }
      memcpy(output.data, t.data, output.bytes);
    }
  }
  return true;
}

uint8_t *check_golden_by_mote(const mote_check_case *c) {
  mote_mtio file;
  mote_model model;
  void *arena;
  uint8_t *copy = copy_golden(c->golden, c->golden_bytes, &file);
  if (!copy) {
    return NULL;
  }
  mote_instance *instance = create_instance(c, &model, &arena);
  bool ok = instance && compute_outputs(c, instance, &file);
  free(arena);
  mote_mtio_free(&file);
  if (!ok) {
    free(copy);
  }
  return ok ? copy : NULL;
}

/* --- Real arithmetic ---------------------------------------------------------------------------------------------- */

typedef struct {
  double scale;
  int32_t zero_point;
} quantization;

enum { MAX_INPUTS = 8 };

/* Of the model's inputs (`count` of them), then of its output. */
static bool read_quantization(const check_model *model, size_t count, quantization *q) {
  mote_model opened;
  void *arena;
  mote_check_case c = check_case_of(model);
  mote_instance *instance = create_instance(&c, &opened, &arena);
  bool ok = instance != NULL;
  for (size_t i = 0; ok && i <= count; i++) {
    mote_tensor t;
    mote_status status = i < count ? mote_input(instance, (uint32_t)i, &t) : mote_output(instance, 0, &t);
    ok = status == MOTE_OK && t.scale_count == 1 && t.type == MOTE_INT8;
    if (ok) {
      q[i] = (quantization){(double)t.scale[0], t.zero_point};
    }
  }
  free(arena);
  return ok;
}

static double real_value(const mote_array *array, size_t i, quantization q) {
  return (mote_array_get(array, i) - q.zero_point) * q.scale;
}

static void set_real(mote_array *output, size_t i, double value, quantization q) {
  double element = round(value / q.scale) + q.zero_point;
  ((int8_t *)output->data)[i] = (int8_t)(element < INT8_MIN ? INT8_MIN : element > INT8_MAX ? INT8_MAX : element);
}

static void add_n(const mote_mtio *file, size_t step, const quantization *q) {
  mote_array output = mote_mtio_output(file, step, 0);
  for (size_t i = 0; i < output.bytes; i++) {
    double sum = 0;
    for (size_t n = 0; n < file->input_count; n++) {
      mote_array input = mote_mtio_input(file, step, n);
      sum += real_value(&input, i, q[n]);
    }
    set_real(&output, i, sum, q[file->input_count]);
  }
}

typedef struct {
  size_t axis;
  bool exclusive, reverse;
} cumsum_options;

static void cumsum(const mote_mtio *file, size_t step, const cumsum_options *options, const quantization *q) {
  mote_array input = mote_mtio_input(file, step, 0);
  mote_array output = mote_mtio_output(file, step, 0);
  size_t depth = input.dims[options->axis], inner = 1;
  for (size_t d = options->axis + 1; d < input.rank; d++) {
    inner *= input.dims[d];
  }
  for (size_t line = 0; line < input.bytes / depth; line++) {
    size_t first = line / inner * inner * depth + line % inner;
    double sum = 0;
    for (size_t k = 0; k < depth; k++) {
      size_t i = first + (options->reverse ? depth - 1 - k : k) * inner;
      double value = real_value(&input, i, q[0]);
      set_real(&output, i, options->exclusive ? sum : sum + value, q[1]);
      sum += value;
    }
  }
}

/* "4x2x8 axis-1 excl0 rev1" */
static bool parse_cumsum(const char *text, size_t rank, cumsum_options *options) {
  const char *axis_text = strstr(text, " axis");
  if (!axis_text || !strstr(text, " excl") || !strstr(text, " rev")) {
    return false;
  }
  long axis = strtol(axis_text + strlen(" axis"), NULL, 10);
  axis += axis < 0 ? (long)rank : 0;
  options->axis = (size_t)axis;
  options->exclusive = strstr(text, " excl1") != NULL;
  options->reverse = strstr(text, " rev1") != NULL;
  return axis >= 0 && axis < (long)rank;
}

static bool in_reals(const check_model *model, const char *op, const char *options, const mote_mtio *file) {
  quantization q[MAX_INPUTS + 1];
  cumsum_options parsed = {0, false, false};
  bool is_add_n = strcmp(op, "ADD_N") == 0;
  bool is_cumsum =
      strcmp(op, "CUMSUM") == 0 && file->input_count == 1 && parse_cumsum(options, file->tensors[0].rank, &parsed);
  bool is_int8 = file->output_count == 1 && mote_mtio_output(file, 0, 0).type == MOTE_ARRAY_INT8;
  if (!(is_add_n || is_cumsum) || !is_int8 || file->input_count > MAX_INPUTS ||
      !read_quantization(model, file->input_count, q)) {
    return false;
  }
  for (size_t step = 0; step < file->step_count; step++) {
    if (is_add_n) {
      add_n(file, step, q);
    } else {
      cumsum(file, step, &parsed, q);
    }
  }
  return true;
}

uint8_t *check_golden_in_reals(const check_model *model, const char *op, const char *options, const uint8_t *golden,
                               size_t golden_bytes) {
  mote_mtio file;
  uint8_t *copy = copy_golden(golden, golden_bytes, &file);
  if (copy && !in_reals(model, op, options, &file)) {
    mote_mtio_free(&file);
    free(copy);
    return NULL;
  }
  if (copy) {
    mote_mtio_free(&file);
  }
  return copy;
}
