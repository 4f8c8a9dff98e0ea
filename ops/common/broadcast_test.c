/* SPDX-License-Identifier: Apache-2.0 */
/* Broadcasting of random shapes, up to rank 8, against index arithmetic: SUB of int32, SELECT_V2 of every size. */
#include "broadcast.h"

#include <string.h>

#include "host/tflite_writer.h"
#include "tests/math/check.h"

enum { ROUNDS = 3000, MAX_COUNT = 6561, ARENA_BYTES = 1 << 18, MAX_INPUTS = 3 };

extern const mote_kernel mote_kernel_sub_s32, mote_kernel_select_v2;

typedef struct shapes {
  uint32_t rank;
  int32_t y[MOTE_MAX_RANK];
  uint32_t x_rank[MAX_INPUTS];
  int32_t x[MAX_INPUTS][MOTE_MAX_RANK];
} shapes;

static uint32_t below(uint64_t *state, uint32_t count) {
  return (uint32_t)(random_u64(state) % count);
}

static uint32_t product(uint32_t rank, const int32_t *dims) {
  uint32_t count = 1;
  for (uint32_t d = 0; d < rank; d++) {
    count *= (uint32_t)dims[d];
  }
  return count;
}

/* Sizes from 1 to 3; each input lacks some dimensions at the front and is 1 in others, but one input has them all. */
static shapes random_shapes(uint64_t *state, uint32_t inputs) {
  shapes s;
  s.rank = below(state, MOTE_MAX_RANK + 1);
  uint32_t complete = below(state, inputs);
  for (uint32_t d = 0; d < s.rank; d++) {
    s.y[d] = 1 + (int32_t)below(state, 3);
  }
  for (uint32_t i = 0; i < inputs; i++) {
    uint32_t missing = i == complete ? 0 : below(state, s.rank + 1);
    s.x_rank[i] = s.rank - missing;
    for (uint32_t d = 0; d < s.x_rank[i]; d++) {
      s.x[i][d] = i == complete || below(state, 3) != 0 ? s.y[missing + d] : 1;
    }
  }
  return s;
}

/* Where output element `index` finds its operand in input `i`. */
static uint32_t source(const shapes *s, uint32_t i, uint32_t index) {
  uint32_t position = 0, stride = 1;
  for (uint32_t back = 1; back <= s->x_rank[i]; back++) {
    uint32_t size = (uint32_t)s->y[s->rank - back], own = (uint32_t)s->x[i][s->x_rank[i] - back];
    position += own == 1 ? 0 : index % size * stride;
    stride *= own;
    index /= size;
  }
  return position;
}

/* Runs a model of the one operator; the inputs are of x_types, x_data. */
static bool run(const mote_kernel *kernel, const shapes *s, uint32_t inputs, const mote_type *types,
                const void *const *data, void *y) {
  static MOTE_ARENA(arena, ARENA_BYTES);
  static const int32_t operands[] = {0, 1, 2, 3};
  mote_tflite_tensor tensors[MAX_INPUTS + 1] = {{.type = MOTE_NONE}};
  for (uint32_t i = 0; i < inputs; i++) {
    tensors[i].type = types[i];
    tensors[i].rank = s->x_rank[i];
    tensors[i].dims = s->x[i];
  }
  tensors[inputs].type = types[inputs - 1];
  tensors[inputs].rank = s->rank;
  tensors[inputs].dims = s->y;
  const mote_tflite_operator op = {
      .op = kernel->op, .inputs = operands, .input_count = inputs, .outputs = operands + inputs, .output_count = 1};
  const mote_tflite_subgraph graph = {.tensors = tensors,
                                      .tensor_count = inputs + 1,
                                      .operators = &op,
                                      .operator_count = 1,
                                      .inputs = operands,
                                      .input_count = inputs,
                                      .outputs = operands + inputs,
                                      .output_count = 1};
  const mote_tflite_model model = {.subgraphs = &graph, .subgraph_count = 1};
  const mote_kernel *const kernels[] = {kernel, NULL};
  mote_buffer file = {0};
  mote_host_error error = {""};
  mote_model opened;
  mote_instance *net;
  mote_tensor t;
  bool ok = mote_tflite_write(&model, &file, &error) &&
            mote_open(&opened, file.data, file.size, kernels, NULL) == MOTE_OK &&
            mote_create(&net, &opened, arena, sizeof arena, NULL) == MOTE_OK;
  for (uint32_t i = 0; ok && i < inputs; i++) {
    ok = mote_input(net, i, &t) == MOTE_OK;
    memcpy(t.data, data[i], t.bytes);
  }
  ok = ok && mote_invoke(net, NULL) == MOTE_OK && mote_output(net, 0, &t) == MOTE_OK;
  if (ok) {
    memcpy(y, t.data, t.bytes);
  }
  mote_buffer_free(&file);
  return ok;
}

static void test_two(uint64_t *state) {
  static int32_t a[MAX_COUNT], b[MAX_COUNT], y[MAX_COUNT];
  static const mote_type types[] = {MOTE_INT32, MOTE_INT32};
  const void *const data[] = {a, b};
  shapes s = random_shapes(state, 2);
  for (int32_t i = 0; i < MAX_COUNT; i++) {
    a[i] = i * 10000;
    b[i] = i;
  }
  bool same = run(&mote_kernel_sub_s32, &s, 2, types, data, y);
  for (uint32_t i = 0; i < product(s.rank, s.y); i++) {
    same = same && y[i] == (int32_t)(source(&s, 0, i) * 10000 - source(&s, 1, i));
  }
  check(same, "two inputs");
}

static void test_three(uint64_t *state) {
  static const mote_type element_types[] = {MOTE_INT8, MOTE_INT16, MOTE_FLOAT32, MOTE_INT64};
  static uint8_t condition[MAX_COUNT], a[MAX_COUNT * 8], b[MAX_COUNT * 8], y[MAX_COUNT * 8];
  const mote_type type = element_types[below(state, 4)];
  const mote_type types[] = {MOTE_BOOL, type, type};
  const void *const data[] = {condition, a, b};
  const uint32_t bytes = mote_type_bytes(type, 1);
  shapes s = random_shapes(state, 3);
  for (uint32_t i = 0; i < MAX_COUNT; i++) {
    condition[i] = random_u64(state) & 1;
  }
  for (uint32_t i = 0; i < sizeof a; i++) {
    a[i] = (uint8_t)(i * 7);
    b[i] = (uint8_t)(i * 7 + i / 300 + 1);
  }
  bool same = run(&mote_kernel_select_v2, &s, 3, types, data, y);
  for (uint32_t i = 0; i < product(s.rank, s.y); i++) {
    bool first = condition[source(&s, 0, i)] != 0;
    const uint8_t *from = first ? a + source(&s, 1, i) * bytes : b + source(&s, 2, i) * bytes;
    same = same && memcmp(y + i * bytes, from, bytes) == 0;
  }
  check(same, "three inputs");
}

int main(void) {
  uint64_t state = 1;
  for (int i = 0; i < ROUNDS; i++) {
    test_two(&state);
    test_three(&state);
  }
  return check_summary();
}
