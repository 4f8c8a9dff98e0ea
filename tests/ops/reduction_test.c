/* SPDX-License-Identifier: Apache-2.0 */
/* Operators that reduce, sort or count, where the conformance cases leave something out. */
#include "one_operator.h"

#include <float.h>
#include <math.h>

extern const mote_kernel mote_kernel_mean_s8, mote_kernel_mean_f32, mote_kernel_sum_s32, mote_kernel_sum_s64,
    mote_kernel_reduce_max_f32, mote_kernel_reduce_max_s64, mote_kernel_reduce_min_s32, mote_kernel_reduce_prod_f32,
    mote_kernel_reduce_prod_s32, mote_kernel_reduce_any_bool, mote_kernel_arg_max_s8, mote_kernel_arg_min_s16,
    mote_kernel_topk_v2_s8, mote_kernel_topk_v2_f32, mote_kernel_range_s32, mote_kernel_range_f32, mote_kernel_rank,
    mote_kernel_cumsum_s8, mote_kernel_cumsum_s32, mote_kernel_l2_normalization_f32, mote_kernel_batch_matmul_s8;

#define BYTES(...)  ((const int8_t[]){__VA_ARGS__})
#define SHORTS(...) ((const int16_t[]){__VA_ARGS__})
#define INTS(...)   ((const int32_t[]){__VA_ARGS__})
#define LONGS(...)  ((const int64_t[]){__VA_ARGS__})
#define FLOATS(...) ((const float[]){__VA_ARGS__})

/* Kept and reduced dimensions in every order, against the definition. */
static void test_every_mask(void) {
  enum { RANK = 4, COUNT = 3 * 2 * 5 * 2 };
  static const int32_t dims[RANK] = {3, 2, 5, 2};
  int32_t x[COUNT];
  for (int32_t i = 0; i < COUNT; i++) {
    x[i] = i * i % 37 - 11;
  }
  for (uint32_t mask = 0; mask < 1u << RANK; mask++) {
    int32_t y[COUNT] = {0}, axes[RANK];
    one_operator c = {.kernel = &mote_kernel_sum_s32, .x_count = 2, .y_count = 1};
    operand in = {MOTE_INT32, false, RANK, {3, 2, 5, 2}, x, 0.0f, 0}, out = {MOTE_INT32, false, 0, {0}, y, 0.0f, 0};
    operand axis = {MOTE_INT32, true, 1, {0}, axes, 0.0f, 0};
    for (int32_t d = 0; d < RANK; d++) {
      if ((mask >> d & 1) != 0) {
        axes[axis.dims[0]++] = d % 2 ? d - RANK : d;
      } else {
        out.dims[out.rank++] = dims[d];
      }
    }
    for (int32_t i = 0; i < COUNT; i++) {
      int32_t index = 0, rest = i, stride = 1;
      for (int32_t d = RANK - 1; d >= 0; d--) {
        bool kept = (mask >> d & 1) == 0;
        index += kept ? rest % dims[d] * stride : 0;
        stride *= kept ? dims[d] : 1;
        rest /= dims[d];
      }
      y[index] += x[i];
    }
    c.x[0] = in;
    c.x[1] = axis;
    c.y[0] = out;
    CHECK(run_operator(&c) == MOTE_OK);
  }
}

static void test_reductions(void) {
  const operand first = CONSTANT(MOTE_INT32, VECTOR(1), INTS(0)), last = CONSTANT(MOTE_INT64, VECTOR(1), LONGS(-1));
  CHECK_OPERATOR(.kernel = &mote_kernel_sum_s64, .x = {INPUT(MOTE_INT64, VECTOR(2), LONGS(INT64_MAX, 2)), first},
                 .x_count = 2, .y = {INPUT(MOTE_INT64, SCALAR, LONGS(INT64_MIN + 1))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_reduce_max_f32,
                 .x = {INPUT(MOTE_FLOAT32, MATRIX(2, 2), FLOATS(NAN, 1, -INFINITY, -INFINITY)), last}, .x_count = 2,
                 .y = {INPUT(MOTE_FLOAT32, VECTOR(2), FLOATS(1, -FLT_MAX))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_reduce_max_s64,
                 .x = {INPUT(MOTE_INT64, VECTOR(3), LONGS(-5, INT64_MIN, -4)), first}, .x_count = 2,
                 .y = {INPUT(MOTE_INT64, SCALAR, LONGS(-4))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_reduce_min_s32,
                 .x = {INPUT(MOTE_INT32, VECTOR(3), INTS(INT32_MAX, 7, 9)), first}, .x_count = 2,
                 .y = {INPUT(MOTE_INT32, SCALAR, INTS(7))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_reduce_prod_f32,
                 .x = {INPUT(MOTE_FLOAT32, MATRIX(2, 3), FLOATS(1, 2, 3, -4, 5, 6)), last}, .x_count = 2,
                 .y = {INPUT(MOTE_FLOAT32, VECTOR(2), FLOATS(6, -120))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_reduce_prod_s32,
                 .x = {INPUT(MOTE_INT32, VECTOR(2), INTS(1 << 20, 1 << 13)), first}, .x_count = 2,
                 .y = {INPUT(MOTE_INT32, SCALAR, INTS(0))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_reduce_any_bool,
                 .x = {INPUT(MOTE_BOOL, MATRIX(3, 2), BYTES(0, 0, 0, 1, 0, 0)), first}, .x_count = 2,
                 .y = {INPUT(MOTE_BOOL, VECTOR(2), BYTES(0, 1))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_mean_f32, .options = INTS(1),
                 .x = {INPUT(MOTE_FLOAT32, MATRIX(1, 2), FLOATS(1, 2)), first}, .x_count = 2,
                 .y = {INPUT(MOTE_FLOAT32, MATRIX(1, 2), FLOATS(1, 2))}, .y_count = 1);
  CHECK_REFUSED(MOTE_OPTION, .kernel = &mote_kernel_mean_f32,
                .x = {INPUT(MOTE_FLOAT32, VECTOR(2), FLOATS(1, 2)), CONSTANT(MOTE_INT32, VECTOR(1), INTS(1))},
                .x_count = 2, .y = {INPUT(MOTE_FLOAT32, SCALAR, NULL)}, .y_count = 1);
  CHECK_REFUSED(MOTE_QUANTIZATION, .kernel = &mote_kernel_mean_s8,
                .x = {INPUT(MOTE_INT8, VECTOR(2), BYTES(1, 2)), first}, .x_count = 2,
                .y = {INPUT(MOTE_INT8, SCALAR, NULL)}, .y_count = 1);
}

static void test_places(void) {
  const operand axis = CONSTANT(MOTE_INT32, SCALAR, INTS(-1)), k = CONSTANT(MOTE_INT32, SCALAR, INTS(3));
  CHECK_OPERATOR(.kernel = &mote_kernel_arg_max_s8,
                 .x = {INPUT(MOTE_INT8, MATRIX(2, 3), BYTES(-128, 5, 5, 1, 0, -1)), axis}, .x_count = 2,
                 .y = {INPUT(MOTE_INT64, VECTOR(2), LONGS(1, 0))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_arg_min_s16, .x = {INPUT(MOTE_INT16, VECTOR(3), SHORTS(4, -7, -7)), axis},
                 .x_count = 2, .y = {INPUT(MOTE_INT32, SCALAR, INTS(1))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_topk_v2_s8,
                 .x = {INPUT(MOTE_INT8, MATRIX(2, 5), BYTES(3, 1, 4, 1, 5, 2, 2, 2, 2, 2)), k}, .x_count = 2,
                 .y = {INPUT(MOTE_INT8, MATRIX(2, 3), BYTES(5, 4, 3, 2, 2, 2)),
                       INPUT(MOTE_INT32, MATRIX(2, 3), INTS(4, 2, 0, 0, 1, 2))},
                 .y_count = 2);
  CHECK_OPERATOR(.kernel = &mote_kernel_topk_v2_f32, .x = {INPUT(MOTE_FLOAT32, VECTOR(3), FLOATS(1, 2, 3)), k},
                 .x_count = 2,
                 .y = {INPUT(MOTE_FLOAT32, VECTOR(3), FLOATS(3, 2, 1)), INPUT(MOTE_INT32, VECTOR(3), INTS(2, 1, 0))},
                 .y_count = 2);
  CHECK_REFUSED(MOTE_OPTION, .kernel = &mote_kernel_topk_v2_s8, .x = {INPUT(MOTE_INT8, VECTOR(2), BYTES(1, 2)), k},
                .x_count = 2, .y = {INPUT(MOTE_INT8, VECTOR(3), NULL), INPUT(MOTE_INT32, VECTOR(3), NULL)},
                .y_count = 2);
}

#define INT(value)   INPUT(MOTE_INT32, SCALAR, INTS(value))
#define FLOAT(value) INPUT(MOTE_FLOAT32, SCALAR, FLOATS(value))

static void test_range_and_rank(void) {
  const operand three = INPUT(MOTE_INT32, VECTOR(3), NULL);
  CHECK_OPERATOR(.kernel = &mote_kernel_range_s32, .x = {INT(1), INT(6), INT(2)}, .x_count = 3,
                 .y = {INPUT(MOTE_INT32, VECTOR(3), INTS(1, 3, 5))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_range_s32, .x = {INT(INT32_MAX), INT(INT32_MIN), INT(-INT32_MAX)}, .x_count = 3,
                 .y = {INPUT(MOTE_INT32, VECTOR(3), INTS(INT32_MAX, 0, -INT32_MAX))}, .y_count = 1);
  CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_range_s32, .x = {INT(1), INT(8), INT(2)}, .x_count = 3, .y = {three},
                .y_count = 1);
  CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_range_s32, .x = {INT(1), INT(1), INT(0)}, .x_count = 3, .y = {three},
                .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_range_f32, .x = {FLOAT(0.5f), FLOAT(-0.5f), FLOAT(-0.25f)}, .x_count = 3,
                 .y = {INPUT(MOTE_FLOAT32, VECTOR(4), FLOATS(0.5f, 0.25f, 0.0f, -0.25f))}, .y_count = 1);
  CHECK_REFUSED(MOTE_DATA, .kernel = &mote_kernel_range_f32, .x = {FLOAT(0.0f), FLOAT(0.0f), FLOAT(0.0f)}, .x_count = 3,
                .y = {INPUT(MOTE_FLOAT32, VECTOR(1), NULL)}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_rank, .x = {INPUT(MOTE_INT8, CUBE(1, 2, 1), BYTES(0, 0))}, .x_count = 1,
                 .y = {INPUT(MOTE_INT32, SCALAR, INTS(3))}, .y_count = 1);
}

/* TFLite Micro begins with minus the zero point here, and its sums overflow at 4096. */
static void test_cumsum(void) {
  enum { COUNT = 40 };
  int8_t x[COUNT], y[COUNT];
  const operand axis = CONSTANT(MOTE_INT32, SCALAR, INTS(0));
  for (int32_t i = 0; i < COUNT; i++) {
    x[i] = 127;

    y[i] = (int8_t)((255 * (i + 1) + 64) / 128);
  }
  CHECK_OPERATOR(.kernel = &mote_kernel_cumsum_s8, .x = {{MOTE_INT8, false, VECTOR(COUNT), x, 0.0078125f, -128}, axis},
                 .x_count = 2, .y = {{MOTE_INT8, false, VECTOR(COUNT), y, 1.0f, 0}}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_cumsum_s32, .options = INTS(1, 1),
                 .x = {INPUT(MOTE_INT32, VECTOR(3), INTS(1, 2, INT32_MAX)), axis}, .x_count = 2,
                 .y = {INPUT(MOTE_INT32, VECTOR(3), INTS(INT32_MIN + 1, INT32_MAX, 0))}, .y_count = 1);
}

static void test_matrices(void) {
  CHECK_OPERATOR(.kernel = &mote_kernel_l2_normalization_f32,
                 .x = {INPUT(MOTE_FLOAT32, MATRIX(2, 2), FLOATS(3, 4, 0, 0))}, .x_count = 1,
                 .y = {INPUT(MOTE_FLOAT32, MATRIX(2, 2), FLOATS(0.6f, 0.8f, 0, 0))}, .y_count = 1);
  CHECK_OPERATOR(.kernel = &mote_kernel_batch_matmul_s8,
                 .x = {{MOTE_INT8, false, MATRIX(1, 2), BYTES(-128, 127), 1.0f, 1},
                       {MOTE_INT8, false, MATRIX(2, 1), BYTES(127, -128), 1.0f, -1}},
                 .x_count = 2, .y = {{MOTE_INT8, false, MATRIX(1, 1), BYTES(-65), 512.0f, -1}}, .y_count = 1);
}

int main(void) {
  test_every_mask();
  test_reductions();
  test_places();
  test_range_and_rank();
  test_cumsum();
  test_matrices();
  return check_report();
}
