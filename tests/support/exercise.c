/* SPDX-License-Identifier: Apache-2.0 */
#include "exercise.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/instance.h"
#include "runtime/lower.h"

/* --- Sanitizers --------------------------------------------------------------------------------------------------- */

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAVE_ASAN 1
#endif
#if __has_feature(memory_sanitizer)
#define HAVE_MSAN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define HAVE_ASAN 1
#endif

#if defined(HAVE_ASAN)
#include <sanitizer/asan_interface.h>
#define FORBID(data, bytes) __asan_poison_memory_region(data, bytes)
#define ALLOW(data, bytes)  __asan_unpoison_memory_region(data, bytes)
#else
#define FORBID(data, bytes) ((void)(data), (void)(bytes))
#define ALLOW(data, bytes)  ((void)(data), (void)(bytes))
#endif

#if defined(HAVE_MSAN)
#include <sanitizer/msan_interface.h>
#define MAKE_UNDEFINED(data, bytes) __msan_allocated_memory(data, bytes)
#define CHECK_DEFINED(data, bytes)  __msan_check_mem_is_initialized(data, bytes)
#else
#define MAKE_UNDEFINED(data, bytes) ((void)(data), (void)(bytes))
#define CHECK_DEFINED(data, bytes)  ((void)(data), (void)(bytes))
#endif

static void require(bool holds, const char *what) {
  if (!holds) {
    fprintf(stderr, "broken: %s\n", what);
    abort();
  }
}

/* --- Memory ------------------------------------------------------------------------------------------------------- */

enum { GUARD_BYTES = 64, GUARD = 0x5C };

/* `bytes` at an 8-byte boundary, with guards around them; filled with `fill`. */
typedef struct memory {
  uint8_t *block, *data;
  size_t bytes;
} memory;

static memory allocate(size_t bytes, uint8_t fill) {
  memory m = {malloc(bytes + 2 * GUARD_BYTES), NULL, bytes};
  require(m.block != NULL, "out of memory");
  memset(m.block, GUARD, bytes + 2 * GUARD_BYTES);
  m.data = m.block + GUARD_BYTES;
  memset(m.data, fill, bytes);
  FORBID(m.block, GUARD_BYTES);
  FORBID(m.data + bytes, GUARD_BYTES);
  return m;
}

static void release(const memory *m) {
  ALLOW(m->block, m->bytes + 2 * GUARD_BYTES);
  for (size_t i = 0; i < GUARD_BYTES; i++) {
    require(m->block[i] == GUARD && m->data[m->bytes + i] == GUARD, "memory around the arena was written to");
  }
  free(m->block);
}

/* --- Watching operators ------------------------------------------------------------------------------------------- */

/* While a kernel runs, it may touch its operands, its own block, the instance and the state, and nothing else of the
 * arena or the model. */
typedef struct watch {
  const mote_model *model;
  memory file, persistent, scratch;
  uint32_t op_count; /* operators that ran */
} watch;

/* Whether the operator runs others, and where its scratch is. */
static bool lower_again(const mote_model *model, uint32_t subgraph, uint32_t op, mote_lowerer *w) {
  memset(w, 0, sizeof *w);
  w->l.model = model;
  w->block.pointer_bytes = sizeof(void *);
  return mote_model_graph(model, subgraph, &w->graph) == MOTE_OK && mote_lower_op(w, op) == MOTE_OK;
}

static void forbid_all(const watch *w, const mote_instance *instance) {
  FORBID(w->file.data, w->file.bytes);
  FORBID(w->scratch.data, w->scratch.bytes);
  FORBID(instance->graphs[0].steps, (size_t)(instance->state - instance->graphs[0].steps));
}

static void allow_all(const watch *w) {
  ALLOW(w->file.data, w->file.bytes);
  ALLOW(w->scratch.data, w->scratch.bytes);
  ALLOW(w->persistent.data, w->persistent.bytes);
}

enum { MAX_WATCHED_OPERANDS = 64 };

static void before(void *context, const mote_instance *instance, uint32_t subgraph, uint32_t op) {
  watch *w = context;
  mote_op_info info;
  mote_tensor operands[MAX_WATCHED_OPERANDS];
  uint32_t count = 0;
  mote_lowerer lowered;
  w->op_count++;
  require(mote_operator(instance, subgraph, op, &info) == MOTE_OK, "an operator that runs cannot be described");
  require(lower_again(w->model, subgraph, op, &lowered), "an operator that runs cannot be lowered");
  if (lowered.call_count > 0 || info.input_count + info.output_count > MAX_WATCHED_OPERANDS) {
    return;
  }
  for (uint32_t i = 0; i < info.input_count; i++) {
    count += mote_operator_input(instance, subgraph, op, i, &operands[count]) == MOTE_OK;
  }
  for (uint32_t i = 0; i < info.output_count; i++) {
    count += mote_operator_output(instance, subgraph, op, i, &operands[count]) == MOTE_OK;
  }
  const uint8_t *step = instance->graphs[subgraph].steps;
  for (uint32_t i = 0; i < op; i++) {
    step += ((const mote_step_header *)(const void *)step)->words * 4u;
  }
  uint32_t block_bytes = ((const mote_step_header *)(const void *)step)->words * 4u;
  void *scratch =
      lowered.block.scratch_bytes ? mote_step_io(step)[lowered.block.extras + lowered.block.scratch_extra] : NULL;
  forbid_all(w, instance);
  ALLOW(step, block_bytes);
  for (uint32_t i = 0; i < count; i++) {
    if (operands[i].data) {
      ALLOW(operands[i].data, operands[i].bytes);
    }
  }
  if (scratch) {
    ALLOW(scratch, lowered.block.scratch_bytes);
  }
}

static void after(void *context, const mote_instance *instance, uint32_t subgraph, uint32_t op) {
  const watch *w = context;
  (void)instance;
  (void)subgraph;
  (void)op;
  allow_all(w);
}

/* --- Inputs and outputs ------------------------------------------------------------------------------------------- */

static uint64_t next_random(uint64_t *state) {
  uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* Small numbers, any bits, or the extremes. */
static void fill_input(const mote_tensor *t, uint64_t *state) {
  uint8_t *bytes = t->data;
  uint32_t element_bytes = mote_type_bytes(t->type, 1);
  uint64_t kind = next_random(state) % 4;
  for (uint32_t i = 0; i < t->bytes; i++) {
    uint64_t bits = next_random(state);
    uint8_t small = i % element_bytes == 0 ? (uint8_t)(bits % 5) : 0;
    uint8_t extreme = (bits & 1) != 0 ? 0xFF : i % element_bytes == element_bytes - 1 ? 0x80 : 0;
    bytes[i] = kind == 0 ? small : kind == 1 ? extreme : (uint8_t)bits;
  }
  if (t->type == MOTE_FLOAT32 && kind != 2) {
    for (uint32_t i = 0; i < t->bytes / 4; i++) {
      float value = (float)(int64_t)(next_random(state) % 2001) / 100.0f - 10.0f;
      memcpy(bytes + 4 * i, &value, 4);
    }
  }
  if (t->type == MOTE_BOOL) {
    for (uint32_t i = 0; i < t->bytes; i++) {
      bytes[i] &= 1;
    }
  }
}

static void fill_inputs(const mote_instance *instance, uint64_t seed) {
  for (uint32_t i = 0; i < mote_input_count(instance); i++) {
    mote_tensor t;
    require(mote_input(instance, i, &t) == MOTE_OK, "an input cannot be described");
    require(t.bytes == 0 || t.data != NULL, "an input without memory");
    if (t.bytes > 0) {
      fill_input(&t, &seed);
    }
  }
}

static uint64_t mix(uint64_t hash, uint64_t value) {
  return (hash ^ value) * UINT64_C(0x100000001b3);
}

/* NaNs are all the same: which of two operands' bits a sum of NaNs has is the compiler's choice. */
static uint64_t hash_outputs(const mote_instance *instance, uint64_t hash) {
  for (uint32_t i = 0; i < mote_output_count(instance); i++) {
    mote_tensor t;
    require(mote_output(instance, i, &t) == MOTE_OK, "an output cannot be described");
    require(t.bytes == 0 || t.data != NULL, "an output without memory");
    CHECK_DEFINED(t.data, t.bytes);
    const uint8_t *bytes = t.data;
    for (uint32_t k = 0; k < t.bytes; k++) {
      uint32_t bits = bytes[k];
      if (t.type == MOTE_FLOAT32) {
        memcpy(&bits, bytes + (k & ~3u), 4);
        bits = (bits & 0x7FFFFFFF) > 0x7F800000 ? 1 : bits;
      }
      hash = mix(hash, bits);
    }
  }
  return hash;
}

/* --- Running ------------------------------------------------------------------------------------------------------ */

enum { RUNS = 2 };

/* Both runs of one instance: what they returned and gave. */
typedef struct outcome {
  mote_status status;
  mote_error error;
  uint64_t hash;
} outcome;

static void run(mote_instance *instance, uint64_t seed, bool in_steps, outcome *o) {
  *o = (outcome){.status = MOTE_OK};
  for (uint32_t i = 0; i < RUNS && o->status == MOTE_OK; i++) {
    fill_inputs(instance, seed + i);
    if (in_steps) {
      do {
        o->status = mote_step(instance, &o->error);
      } while (o->status == MOTE_OK);
      o->status = o->status == MOTE_DONE ? MOTE_OK : o->status;
    } else {
      o->status = mote_invoke(instance, &o->error);
    }
    if (o->status == MOTE_OK) {
      o->hash = hash_outputs(instance, o->hash);
    }
  }
}

static void require_same(const outcome *a, const outcome *b, const char *what) {
  require(a->status == b->status && a->hash == b->hash, what);
  require(a->status == MOTE_OK || a->error.op == b->error.op, what);
}

/* An operator that ends some invocations before the outputs are written. */
static bool ends_early(const mote_instance *instance) {
  mote_op_info info;
  bool found = false;
  for (uint32_t g = 0; mote_operator_count(instance, g) > 0; g++) {
    for (uint32_t op = 0; mote_operator(instance, g, op, &info) == MOTE_OK; op++) {
      found = found || strcmp(mote_kernel_op_name(info.kernel), "CIRCULAR_BUFFER") == 0;
    }
  }
  return found;
}

static void ask_everything(const mote_instance *instance) {
  mote_tensor t;
  mote_op_info info;
  uint32_t inputs = mote_input_count(instance), outputs = mote_output_count(instance);
  require(mote_input(instance, inputs, &t) == MOTE_ARGUMENT, "an input that does not exist");
  require(mote_output(instance, outputs, &t) == MOTE_ARGUMENT, "an output that does not exist");
  mote_input_by_name(instance, "x", &t);
  mote_output_by_name(instance, "", &t);
  for (uint32_t i = 0; i < inputs + outputs; i++) {
    float values[4] = {-1.5f, 0, 3e9f, 0.25f};
    if (i < inputs) {
      mote_input(instance, i, &t);
    } else {
      mote_output(instance, i - inputs, &t);
    }
    if (i < inputs) {
      mote_quantize(&t, values, 4);
    }
    mote_dequantize(&t, values, 4);
    for (uint32_t channel = 0; channel < t.zero_point_count; channel++) {
      mote_zero_point(&t, channel);
    }
  }
  for (uint32_t g = 0; mote_operator_count(instance, g) > 0; g++) {
    for (uint32_t op = 0; mote_operator(instance, g, op, &info) == MOTE_OK; op++) {
      require(mote_kernel_name(info.kernel) && mote_kernel_op_name(info.kernel), "a kernel without a name");
      for (uint32_t i = 0; i <= info.input_count; i++) {
        mote_operator_input(instance, g, op, i, &t);
      }
      for (uint32_t i = 0; i <= info.output_count; i++) {
        mote_operator_output(instance, g, op, i, &t);
      }
    }
  }
}

/* In one arena of exactly the size, then in two memories, with other contents before, operator by operator, watched. */
static mote_status create_and_run(const mote_model *model, const memory *file, const mote_needs *needs, uint64_t seed,
                                  mote_error *error) {
  uint32_t persistent_bytes = (needs->persistent_bytes + 7) & ~7u;
  memory arena = allocate(persistent_bytes + needs->scratch_bytes, 0xA5);
  mote_instance *instance;
  mote_status status = mote_create(&instance, model, arena.data, arena.bytes - 1, error);
  require(status == MOTE_ARENA && error->needed == arena.bytes && error->available == arena.bytes - 1,
          "an arena of one byte less is not refused with both sizes");
  status = mote_create(&instance, model, arena.data, arena.bytes, error);
  require(status == MOTE_OK, "an arena of the size that was measured does not do");
  MAKE_UNDEFINED(arena.data + persistent_bytes, needs->scratch_bytes);
  outcome first, second, third;
  run(instance, seed, false, &first);
  *error = first.error;
  release(&arena);

  watch w = {.model = model, .file = *file};
  w.persistent = allocate(needs->persistent_bytes, 0x5A);
  w.scratch = allocate(needs->scratch_bytes, 0x5A);
  const mote_hook hook = {before, after, &w};
  status = mote_create_shared(&instance, model, w.persistent.data, w.persistent.bytes, w.scratch.data, w.scratch.bytes,
                              error);
  require(status == MOTE_OK, "memories of the sizes that were measured do not do");
  MAKE_UNDEFINED(w.scratch.data, w.scratch.bytes);
  mote_set_hook(instance, &hook);
  run(instance, seed, true, &second);
  mote_set_hook(instance, NULL);
  mote_reset(instance);
  run(instance, seed, false, &third);
  if (!ends_early(instance)) {
    require_same(&first, &second, "the result depends on the memory's former contents, or on stepping");
    require_same(&first, &third, "a reset is not complete");
  }
  ask_everything(instance);
  release(&w.persistent);
  release(&w.scratch);
  *error = first.error;
  return first.status;
}

static void count_one(void *context, const mote_op_description *op) {
  (void)op;
  ++*(uint32_t *)context;
}

static mote_status exercise_file(const memory *file, uint64_t seed, const exercise_limits *limits, mote_error *error) {
  mote_model model;
  mote_status status = mote_open(&model, file->data, file->bytes, mote_all_kernels, error);
  bool lacks_kernels = status == MOTE_UNSUPPORTED_OPERATOR || status == MOTE_UNSUPPORTED_TYPE;
  if (status == MOTE_OK || lacks_kernels) {
    uint32_t called = 0;
    uint32_t count = mote_unsupported(&model, count_one, &called);
    require(count == called && (count > 0) == lacks_kernels, "mote_unsupported() contradicts mote_open()");
  }
  if (status != MOTE_OK) {
    require(error->status == status, "the error is not the status");
    return status;
  }
  memory work = allocate(model.plan_bytes, 0xA5);
  mote_needs needs, other;
  status = mote_measure(&model, work.data, work.bytes, &needs, error);
  if (status == MOTE_OK) {
    require(mote_measure_for(&model, sizeof(void *), work.data, work.bytes, &other, error) == MOTE_OK &&
                memcmp(&needs, &other, sizeof needs) == 0,
            "measuring for this machine is not measuring");
    require(mote_measure_for(&model, 4, work.data, work.bytes, &other, error) != MOTE_OK ||
                other.persistent_bytes <= needs.persistent_bytes,
            "small pointers need more");
  }
  release(&work);
  if (status == MOTE_OK && needs.persistent_bytes + needs.scratch_bytes <= limits->max_arena_bytes) {
    status = create_and_run(&model, file, &needs, seed, error);
  }
  return status;
}

mote_status exercise_model(const void *file, size_t bytes, uint64_t seed, const exercise_limits *limits,
                           mote_error *error) {
  memory copy = allocate(bytes + 4, GUARD);
  memory placed = {copy.block, copy.data + (seed & 4), bytes}; /* off an 8-byte boundary every other time */
  if (bytes > 0) {
    memcpy(placed.data, file, bytes);
  }
  FORBID(placed.data + bytes, 4 - (seed & 4));
  mote_status status = exercise_file(&placed, seed, limits, error);
  release(&copy);
  return status;
}
