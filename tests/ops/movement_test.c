/* SPDX-License-Identifier: Apache-2.0 */
/* Operators that move elements, where the conformance cases leave something out: run-time indices, rarer operators. */
#include "one_operator.h"

extern const mote_kernel mote_kernel_gather, mote_kernel_gather_nd, mote_kernel_slice, mote_kernel_embedding_lookup,
    mote_kernel_embedding_lookup_s8_f32, mote_kernel_dynamic_update_slice, mote_kernel_tile, mote_kernel_one_hot,
    mote_kernel_scatter_nd_s8, mote_kernel_scatter_nd_f32, mote_kernel_reverse_sequence, mote_kernel_broadcast_args,
    mote_kernel_mirror_pad, mote_kernel_reverse_v2, mote_kernel_fill;

#define BYTES(...)  ((const int8_t[]){__VA_ARGS__})
#define INTS(...)   ((const int32_t[]){__VA_ARGS__})
#define LONGS(...)  ((const int64_t[]){__VA_ARGS__})
#define FLOATS(...) ((const float[]){__VA_ARGS__})

static void test_gather(void) {
  const operand x = INPUT(MOTE_INT8, MATRIX(3, 2), BYTES(1, 2, 3, 4, 5, 6));
  CHECK_OPERATOR(.kernel = &mote_kernel_gather, .x = {x, INPUT(MOTE_INT32, VECTOR(2), INTS(2, 0))}, .x_count = 2,
                 .y = {INPUT(MOTE_INT8, MATRIX(2, 2), BYTES(5, 6, 1, 2))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_gather, .x = {x, INPUT(MOTE_INT64, VECTOR(1), LONGS(1))}, .x_count = 2,
                 .y = {INPUT(MOTE_INT8, MATRIX(1, 2), BYTES(3, 4))}, .y_count = 1);
  const int32_t wrong[] = {3, -1, INT32_MAX, INT32_MIN, 1 << 30};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_gather, .x = {x, INPUT(MOTE_INT32, VECTOR(1), &wrong[i])},
                  .x_count = 2, .y = {INPUT(MOTE_INT8, MATRIX(1, 2), NULL)}, .y_count = 1);
  }
  CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_gather, .x = {x, INPUT(MOTE_INT64, VECTOR(1), LONGS(1LL << 32))},
                .x_count = 2, .y = {INPUT(MOTE_INT8, MATRIX(1, 2), NULL)}, .y_count = 1);
}

static void test_gather_nd(void) {
  const operand x = INPUT(MOTE_INT16, MATRIX(2, 2), (const int16_t[]){1, 2, 3, 4});
  CHECK_OPERATOR(.kernel = &mote_kernel_gather_nd, .x = {x, INPUT(MOTE_INT64, MATRIX(2, 2), LONGS(1, 0, 0, 1))},
                 .x_count = 2, .y = {INPUT(MOTE_INT16, VECTOR(2), (const int16_t[]){3, 2})}, .y_count = 1);
  /* (0, 2) would be the element (1, 0) */
  CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_gather_nd, .x = {x, INPUT(MOTE_INT32, MATRIX(1, 2), INTS(0, 2))},
                .x_count = 2, .y = {INPUT(MOTE_INT16, VECTOR(1), NULL)}, .y_count = 1);
  CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_gather_nd, .x = {x, INPUT(MOTE_INT32, MATRIX(1, 2), INTS(1, -1))},
                .x_count = 2, .y = {INPUT(MOTE_INT16, VECTOR(1), NULL)}, .y_count = 1);
  CHECK_REFUSED(MOTE_SHAPE, .kernel = &mote_kernel_gather_nd, .x = {x, INPUT(MOTE_INT32, MATRIX(1, 3), INTS(0, 0, 0))},
                .x_count = 2, .y = {INPUT(MOTE_INT16, VECTOR(1), NULL)}, .y_count = 1);
}

static void test_slice(void) {
  const operand x = INPUT(MOTE_INT8, MATRIX(2, 3), BYTES(1, 2, 3, 4, 5, 6));
  const operand size = CONSTANT(MOTE_INT32, VECTOR(2), INTS(1, 2)), y = INPUT(MOTE_INT8, MATRIX(1, 2), BYTES(5, 6));
  CHECK_OPERATOR(.kernel = &mote_kernel_slice, .x = {x, INPUT(MOTE_INT32, VECTOR(2), INTS(1, 1)), size}, .x_count = 3,
                 .y = {y}, .y_count = 1);
  CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_slice, .x = {x, INPUT(MOTE_INT32, VECTOR(2), INTS(0, 2)), size},
                .x_count = 3, .y = {y}, .y_count = 1);
  CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_slice, .x = {x, INPUT(MOTE_INT32, VECTOR(2), INTS(-1, 1)), size},
                .x_count = 3, .y = {y}, .y_count = 1);
  CHECK_REFUSED(MOTE_INDEX, .kernel = &mote_kernel_slice, .x = {x, CONSTANT(MOTE_INT32, VECTOR(2), INTS(0, 2)), size},
                .x_count = 3, .y = {y}, .y_count = 1);
  CHECK_REFUSED(MOTE_INDEX, .kernel = &mote_kernel_slice,
                .x = {x, INPUT(MOTE_INT32, VECTOR(2), INTS(0, 0)), CONSTANT(MOTE_INT32, VECTOR(2), INTS(3, 2))},
                .x_count = 3, .y = {INPUT(MOTE_INT8, MATRIX(3, 2), NULL)}, .y_count = 1);
}

static void test_embedding_lookup(void) {
  operand table = CONSTANT(MOTE_INT8, MATRIX(2, 2), BYTES(1, 2, -3, 4));
  const operand ids = INPUT(MOTE_INT32, VECTOR(2), INTS(1, 0)), wrong = INPUT(MOTE_INT32, VECTOR(2), INTS(0, 2));
  CHECK_OPERATOR(.kernel = &mote_kernel_embedding_lookup, .x = {ids, table}, .x_count = 2,
                 .y = {INPUT(MOTE_INT8, MATRIX(2, 2), BYTES(-3, 4, 1, 2))}, .y_count = 1);
  CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_embedding_lookup, .x = {wrong, table}, .x_count = 2,
                .y = {INPUT(MOTE_INT8, MATRIX(2, 2), NULL)}, .y_count = 1);
  table.scale = 0.5f;
  CHECK_OPERATOR(.kernel = &mote_kernel_embedding_lookup_s8_f32, .x = {ids, table}, .x_count = 2,
                 .y = {INPUT(MOTE_FLOAT32, MATRIX(2, 2), FLOATS(-1.5f, 2.0f, 0.5f, 1.0f))}, .y_count = 1);
  CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_embedding_lookup_s8_f32, .x = {wrong, table}, .x_count = 2,
                .y = {INPUT(MOTE_FLOAT32, MATRIX(2, 2), NULL)}, .y_count = 1);
}

static void test_dynamic_update_slice(void) {
  const operand x = INPUT(MOTE_INT8, VECTOR(4), BYTES(1, 2, 3, 4)), update = INPUT(MOTE_INT8, VECTOR(2), BYTES(8, 9));
  CHECK_OPERATOR(.kernel = &mote_kernel_dynamic_update_slice,
                 .x = {x, update, INPUT(MOTE_INT64, VECTOR(1), LONGS(INT64_MAX))}, .x_count = 3,
                 .y = {INPUT(MOTE_INT8, VECTOR(4), BYTES(1, 2, 8, 9))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_dynamic_update_slice,
                 .x = {x, update, INPUT(MOTE_INT32, VECTOR(1), INTS(INT32_MIN))}, .x_count = 3,
                 .y = {INPUT(MOTE_INT8, VECTOR(4), BYTES(8, 9, 3, 4))}, .y_count = 1);
}

static void test_tile(void) {
  const operand x = INPUT(MOTE_INT8, MATRIX(2, 2), BYTES(1, 2, 3, 4));
  CHECK_OPERATOR(.kernel = &mote_kernel_tile, .x = {x, CONSTANT(MOTE_INT32, VECTOR(2), INTS(2, 3))}, .x_count = 2,
                 .y = {INPUT(MOTE_INT8, MATRIX(4, 6),
                             BYTES(1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4, 1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4))},
                 .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_tile, .x = {x, CONSTANT(MOTE_INT64, VECTOR(2), LONGS(1, 1))}, .x_count = 2,
                 .y = {INPUT(MOTE_INT8, MATRIX(2, 2), BYTES(1, 2, 3, 4))}, .y_count = 1);
  CHECK_REFUSED(MOTE_OPTION, .kernel = &mote_kernel_tile,
                .x = {x, CONSTANT(MOTE_INT32, VECTOR(2), INTS(1 << 30, 1 << 30))}, .x_count = 2,
                .y = {INPUT(MOTE_INT8, MATRIX(2, 2), NULL)}, .y_count = 1);
}

static void test_one_hot(void) {
  const operand indices = INPUT(MOTE_INT32, VECTOR(3), INTS(1, -1, 2)), depth = CONSTANT(MOTE_INT32, SCALAR, INTS(3));
  const operand on = INPUT(MOTE_FLOAT32, SCALAR, FLOATS(5.0f)), off = INPUT(MOTE_FLOAT32, SCALAR, FLOATS(-1.0f));
  CHECK_OPERATOR(.kernel = &mote_kernel_one_hot, .options = INTS(-1), .x = {indices, depth, on, off}, .x_count = 4,
                 .y = {INPUT(MOTE_FLOAT32, MATRIX(3, 3), FLOATS(-1, 5, -1, -1, -1, -1, -1, -1, 5))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_one_hot, .options = INTS(0), .x = {indices, depth, on, off}, .x_count = 4,
                 .y = {INPUT(MOTE_FLOAT32, MATRIX(3, 3), FLOATS(-1, -1, -1, 5, -1, -1, -1, -1, 5))}, .y_count = 1);
}

static void test_scatter_nd(void) {
  const operand shape = CONSTANT(MOTE_INT32, VECTOR(2), INTS(3, 2));
  CHECK_OPERATOR(.kernel = &mote_kernel_scatter_nd_f32,
                 .x = {INPUT(MOTE_INT32, MATRIX(3, 1), INTS(2, 0, 2)),
                       INPUT(MOTE_FLOAT32, MATRIX(3, 2), FLOATS(1, 2, 3, 4, 5, 6)), shape},
                 .x_count = 3, .y = {INPUT(MOTE_FLOAT32, MATRIX(3, 2), FLOATS(3, 4, 0, 0, 6, 8))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_scatter_nd_s8,
                 .x = {INPUT(MOTE_INT64, MATRIX(2, 2), LONGS(1, 1, 1, 1)), INPUT(MOTE_INT8, VECTOR(2), BYTES(127, 2)),
                       shape},
                 .x_count = 3, .y = {INPUT(MOTE_INT8, MATRIX(3, 2), BYTES(0, 0, 0, -127, 0, 0))}, .y_count = 1);
  CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_scatter_nd_s8,
                .x = {INPUT(MOTE_INT32, MATRIX(1, 2), INTS(1, 2)), INPUT(MOTE_INT8, VECTOR(1), BYTES(1)), shape},
                .x_count = 3, .y = {INPUT(MOTE_INT8, MATRIX(3, 2), NULL)}, .y_count = 1);
}

static void test_reverse_sequence(void) {
  const operand x = INPUT(MOTE_INT8, MATRIX(2, 4), BYTES(1, 2, 3, 4, 5, 6, 7, 8));
  CHECK_OPERATOR(.kernel = &mote_kernel_reverse_sequence, .options = INTS(1, 0),
                 .x = {x, INPUT(MOTE_INT32, VECTOR(2), INTS(3, 4))}, .x_count = 2,
                 .y = {INPUT(MOTE_INT8, MATRIX(2, 4), BYTES(3, 2, 1, 4, 8, 7, 6, 5))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_reverse_sequence, .options = INTS(0, 1),
                 .x = {x, INPUT(MOTE_INT64, VECTOR(4), LONGS(0, 1, 2, 2))}, .x_count = 2,
                 .y = {INPUT(MOTE_INT8, MATRIX(2, 4), BYTES(1, 2, 7, 8, 5, 6, 3, 4))}, .y_count = 1);
  CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_reverse_sequence, .options = INTS(1, 0),
                .x = {x, INPUT(MOTE_INT32, VECTOR(2), INTS(3, 5))}, .x_count = 2,
                .y = {INPUT(MOTE_INT8, MATRIX(2, 4), NULL)}, .y_count = 1);
}

static void test_others(void) {
  CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_broadcast_args,
                .x = {INPUT(MOTE_INT32, VECTOR(2), INTS(2, 3)), INPUT(MOTE_INT32, VECTOR(1), INTS(2))}, .x_count = 2,
                .y = {INPUT(MOTE_INT32, VECTOR(2), NULL)}, .y_count = 1);
  CHECK_REFUSED(MOTE_OPTION, .kernel = &mote_kernel_mirror_pad, .options = INTS(0),
                .x = {INPUT(MOTE_INT8, VECTOR(2), BYTES(1, 2)), CONSTANT(MOTE_INT32, MATRIX(1, 2), INTS(2, 0))},
                .x_count = 2, .y = {INPUT(MOTE_INT8, VECTOR(4), NULL)}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_reverse_v2,
                 .x = {INPUT(MOTE_INT8, CUBE(2, 1, 2), BYTES(1, 2, 3, 4)),
                       CONSTANT(MOTE_INT32, VECTOR(2), INTS(0, -1))},
                 .x_count = 2, .y = {INPUT(MOTE_INT8, CUBE(2, 1, 2), BYTES(4, 3, 2, 1))}, .y_count = 1);
  CHECK_REFUSED(MOTE_UNSUPPORTED_FEATURE, .kernel = &mote_kernel_fill,
                .x = {INPUT(MOTE_INT32, VECTOR(1), INTS(2)), INPUT(MOTE_INT8, SCALAR, BYTES(1))}, .x_count = 2,
                .y = {INPUT(MOTE_INT8, VECTOR(2), NULL)}, .y_count = 1);
}

int main(void) {
  test_gather();
  test_gather_nd();
  test_slice();
  test_embedding_lookup();
  test_dynamic_update_slice();
  test_tile();
  test_one_hot();
  test_scatter_nd();
  test_reverse_sequence();
  test_others();
  return check_report();
}
