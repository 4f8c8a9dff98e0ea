/* SPDX-License-Identifier: Apache-2.0 */
/* Elementwise operators, where the conformance cases leave something out: what is refused, and the ends of the types. */
#include <float.h>
#include <math.h>

#include "one_operator.h"

extern const mote_kernel mote_kernel_abs_s8, mote_kernel_abs_s16, mote_kernel_add_n_s8, mote_kernel_add_s8,
    mote_kernel_add_s16, mote_kernel_add_s32, mote_kernel_add_s64, mote_kernel_cast_f16_int, mote_kernel_cast_f32_f16,
    mote_kernel_cast_f32_int, mote_kernel_cast_int_f32, mote_kernel_cast_int_int, mote_kernel_dequantize_s8,
    mote_kernel_div_f32, mote_kernel_div_s8, mote_kernel_div_s32, mote_kernel_floor_div_f32, mote_kernel_floor_div_s8,
    mote_kernel_floor_div_s32, mote_kernel_floor_mod_f32, mote_kernel_floor_mod_s16, mote_kernel_floor_mod_s64,
    mote_kernel_less_s8, mote_kernel_less_s16, mote_kernel_log_s8, mote_kernel_log_softmax_s8, mote_kernel_neg_s8,
    mote_kernel_neg_s32, mote_kernel_not_equal_f32, mote_kernel_pow_s32, mote_kernel_prelu_f32,
    mote_kernel_quantize_f32_s8, mote_kernel_round_f32, mote_kernel_rsqrt_s8, mote_kernel_select, mote_kernel_select_v2,
    mote_kernel_sign_f32, mote_kernel_softmax_f32, mote_kernel_softmax_s8, mote_kernel_sqrt_s8, mote_kernel_sub_s32;

#define BYTES(...)    ((const int8_t[]){__VA_ARGS__})
#define UNSIGNED(...) ((const uint8_t[]){__VA_ARGS__})
#define SHORTS(...)   ((const int16_t[]){__VA_ARGS__})
#define HALVES(...)   ((const uint16_t[]){__VA_ARGS__})
#define INTS(...)     ((const int32_t[]){__VA_ARGS__})
#define LONGS(...)    ((const int64_t[]){__VA_ARGS__})
#define FLOATS(...)   ((const float[]){__VA_ARGS__})

#define FLOAT(shape, ...) INPUT(MOTE_FLOAT32, shape, __VA_ARGS__)
#define INT(shape, ...)   INPUT(MOTE_INT32, shape, __VA_ARGS__)
/* The shape and the data follow. */
#define SCALED(type, scale, zero_point, ...) \
  { type, false, __VA_ARGS__, scale, zero_point }
#define SCALED8(...) SCALED(MOTE_INT8, __VA_ARGS__)

/* One or two inputs, an output. */
#define UNARY(k, x0, y0)          .kernel = &mote_kernel_##k, .x = {x0}, .x_count = 1, .y = {y0}, .y_count = 1
#define BINARY(k, x0, x1, y0)     .kernel = &mote_kernel_##k, .x = {x0, x1}, .x_count = 2, .y = {y0}, .y_count = 1
#define SELECTION(k, c, a, b, y0) .kernel = &mote_kernel_##k, .x = {c, a, b}, .x_count = 3, .y = {y0}, .y_count = 1

static void test_division(void) {
  const operand a = INT(VECTOR(4), INTS(7, -7, INT32_MIN, 6)), b = INT(VECTOR(4), INTS(2, 2, -1, -4));
  const operand zero = INT(VECTOR(4), INTS(1, 1, 1, 0)), y = INT(VECTOR(4), NULL);
  const operand by_one = INT(VECTOR(1), INTS(0));
  const operand quotients = INT(VECTOR(4), INTS(3, -3, INT32_MIN, -1));
  const operand floors = INT(VECTOR(4), INTS(3, -4, INT32_MIN, -2));
  CHECK_OPERATOR(BINARY(div_s32, a, b, quotients));
  CHECK_OPERATOR(BINARY(floor_div_s32, a, b, floors));
  CHECK_REFUSED(MOTE_DATA, BINARY(div_s32, a, zero, y));
  CHECK_REFUSED(MOTE_DATA, BINARY(floor_div_s32, a, zero, y));
  CHECK_REFUSED(MOTE_DATA, BINARY(floor_div_s32, a, by_one, y));

  const operand bytes = INPUT(MOTE_INT8, VECTOR(3), BYTES(-128, 127, -1)),
                ones = INPUT(MOTE_INT8, VECTOR(3), BYTES(-1, -2, 3));
  const operand wrapped = INPUT(MOTE_INT8, VECTOR(3), BYTES(-128, -64, -1));
  CHECK_OPERATOR(BINARY(floor_div_s8, bytes, ones, wrapped));

  const operand shorts = INPUT(MOTE_INT16, VECTOR(4), SHORTS(INT16_MIN, 7, -7, 7)),
                by = INPUT(MOTE_INT16, VECTOR(4), SHORTS(-1, -3, 3, 3));
  const operand rests = INPUT(MOTE_INT16, VECTOR(4), SHORTS(0, -2, 2, 1));
  CHECK_OPERATOR(BINARY(floor_mod_s16, shorts, by, rests));
  const operand longs = INPUT(MOTE_INT64, VECTOR(2), LONGS(INT64_MIN, -(1LL << 40))),
                by_longs = INPUT(MOTE_INT64, VECTOR(2), LONGS(-1, 1000));
  const operand long_rests = INPUT(MOTE_INT64, VECTOR(2), LONGS(0, 224));
  const operand no_long = INPUT(MOTE_INT64, SCALAR, LONGS(0));
  CHECK_OPERATOR(BINARY(floor_mod_s64, longs, by_longs, long_rests));
  CHECK_REFUSED(MOTE_DATA, BINARY(floor_mod_s64, longs, no_long, long_rests));
}

static void test_float_division(void) {
  const operand one = FLOAT(VECTOR(3), FLOATS(1, -1, 5)), zero = FLOAT(SCALAR, FLOATS(0));
  const operand finite = FLOAT(VECTOR(3), FLOATS(FLT_MAX, -FLT_MAX, FLT_MAX));
  CHECK_OPERATOR(BINARY(div_f32, one, zero, finite)); /* no activation is one from -FLT_MAX to FLT_MAX */
  CHECK_REFUSED(MOTE_DATA, BINARY(floor_div_f32, one, zero, finite));
  /* 0.5f / 0.1f is just below 5, and becomes it when rounded; so do the others */
  const operand a = FLOAT(VECTOR(4), FLOATS(0.5f, -7, -0x1.305d2p+27f, -1e-30f));
  const operand b = FLOAT(VECTOR(4), FLOATS(0.1f, 2, -0x1.3bd564p+3f, 1e30f));
  const operand floors = FLOAT(VECTOR(4), FLOATS(4, -4, 0x1.ed67fep+23f, -1));
  const operand rests = FLOAT(VECTOR(4), FLOATS(0.5f - 4 * 0.1f, 1, -0x1.198564p+3f, 1e30f));
  CHECK_OPERATOR(BINARY(floor_div_f32, a, b, floors));
  CHECK_OPERATOR(BINARY(floor_mod_f32, a, b, rests));
}

static void test_quantized_division(void) {
  const operand a = SCALED8(0.5f, 1, VECTOR(3), BYTES(11, -9, 1)), b = SCALED8(0.25f, -2, VECTOR(3), BYTES(2, 2, -6));
  const operand zero = SCALED8(0.25f, -2, VECTOR(3), BYTES(2, -2, -6));
  const operand y = SCALED8(0.125f, 3, VECTOR(3), BYTES(43, -37, 3));
  CHECK_OPERATOR(BINARY(div_s8, a, b, y));
  CHECK_REFUSED(MOTE_DATA, BINARY(div_s8, a, zero, y));
}

static void test_integers(void) {
  const operand end = INT(VECTOR(2), INTS(INT32_MAX, INT32_MIN)), one = INT(VECTOR(2), INTS(1, -1));
  const operand sums = INT(VECTOR(2), INTS(INT32_MIN, INT32_MAX)),
                negative = INT(VECTOR(2), INTS(-INT32_MAX, INT32_MIN));
  const operand long_end = INPUT(MOTE_INT64, VECTOR(2), LONGS(INT64_MAX, 1LL << 40)),
                long_one = INPUT(MOTE_INT64, SCALAR, LONGS(1));
  const operand long_sums = INPUT(MOTE_INT64, VECTOR(2), LONGS(INT64_MIN, (1LL << 40) + 1));
  CHECK_OPERATOR(BINARY(add_s32, end, one, sums));
  CHECK_OPERATOR(BINARY(sub_s32, sums, one, end));
  CHECK_OPERATOR(UNARY(neg_s32, end, negative));
  CHECK_OPERATOR(BINARY(add_s64, long_end, long_one, long_sums));

  const operand bases = INT(VECTOR(4), INTS(3, -2, 0, 7)), exponents = INT(VECTOR(4), INTS(4, 31, 0, 1)),
                powers = INT(VECTOR(4), INTS(81, INT32_MIN, 1, 7));
  const operand below_zero = INT(VECTOR(4), INTS(4, 31, 0, -1));
  CHECK_OPERATOR(BINARY(pow_s32, bases, exponents, powers));
  CHECK_REFUSED(MOTE_DATA, BINARY(pow_s32, bases, below_zero, powers));
}

static void test_signs(void) {
  const operand x = FLOAT(VECTOR(5), FLOATS(-3, -0.0f, 0.0f, 1e-40f, INFINITY)),
                y = FLOAT(VECTOR(5), FLOATS(-1, 0, 0, 1, 1));
  CHECK_OPERATOR(UNARY(sign_f32, x, y));
  const operand halves = FLOAT(VECTOR(5), FLOATS(0.5f, 1.5f, -2.5f, 8388609.0f, -0.4f)),
                even = FLOAT(VECTOR(5), FLOATS(0, 2, -2, 8388609.0f, -0.0f));
  CHECK_OPERATOR(UNARY(round_f32, halves, even));
  const operand bytes = SCALED8(1, 0, VECTOR(3), BYTES(-128, -5, 7)),
                magnitudes = SCALED8(1, 0, VECTOR(3), BYTES(127, 5, 7));
  const operand other_zero = SCALED8(1, 1, VECTOR(3), BYTES(127, 6, 8)),
                other_scale = SCALED8(2, 0, VECTOR(3), BYTES(64, 3, 4));
  CHECK_OPERATOR(UNARY(abs_s8, bytes, magnitudes));
  CHECK_OPERATOR(UNARY(abs_s8, bytes, other_zero));
  CHECK_OPERATOR(UNARY(abs_s8, bytes, other_scale));
  const operand shorts = INPUT(MOTE_INT16, VECTOR(2), SHORTS(-32768, -3)),
                plain = INPUT(MOTE_INT16, VECTOR(2), SHORTS(-32768, 3));
  const operand scaled = SCALED(MOTE_INT16, 0.5f, 0, VECTOR(2), SHORTS(-32768, -3)),
                saturated = SCALED(MOTE_INT16, 0.5f, 0, VECTOR(2), SHORTS(32767, 3));
  CHECK_OPERATOR(UNARY(abs_s16, shorts, plain));
  CHECK_OPERATOR(UNARY(abs_s16, scaled, saturated));
}

static void test_cast(void) {
  const operand x = FLOAT(VECTOR(6), FLOATS(-1.9f, 300, -300, 1e30f, -INFINITY, 0.5f));
  const operand bytes = INPUT(MOTE_INT8, VECTOR(6), BYTES(-1, 127, -128, 127, -128, 0));
  const operand unsigned_bytes = INPUT(MOTE_UINT8, VECTOR(6), UNSIGNED(0, 255, 0, 255, 0, 0));
  const operand ints = INT(VECTOR(6), INTS(-1, 300, -300, INT32_MAX, INT32_MIN, 0));
  const operand longs = INPUT(MOTE_INT64, VECTOR(6), LONGS(-1, 300, -300, INT64_MAX, INT64_MIN, 0));
  const operand bools = INPUT(MOTE_BOOL, VECTOR(6), UNSIGNED(1, 1, 1, 1, 1, 1));
  const operand halves = INPUT(MOTE_FLOAT16, VECTOR(6), HALVES(0xBF9A, 0x5CB0, 0xDCB0, 0x7C00, 0xFC00, 0x3800));
  CHECK_OPERATOR(UNARY(cast_f32_int, x, bytes));
  CHECK_OPERATOR(UNARY(cast_f32_int, x, unsigned_bytes));
  CHECK_OPERATOR(UNARY(cast_f32_int, x, ints));
  CHECK_OPERATOR(UNARY(cast_f32_int, x, longs));
  CHECK_OPERATOR(UNARY(cast_f32_int, x, bools));
  CHECK_OPERATOR(UNARY(cast_f32_f16, x, halves));
  CHECK_OPERATOR(UNARY(cast_f16_int, halves, ints));
  const operand wide = INPUT(MOTE_INT64, VECTOR(3), LONGS((1LL << 32) + 5, -1, 256)),
                low = INT(VECTOR(3), INTS(5, -1, 256));
  const operand lowest = INPUT(MOTE_UINT8, VECTOR(3), UNSIGNED(5, 255, 0)),
                truths = INPUT(MOTE_BOOL, VECTOR(3), UNSIGNED(1, 1, 1));
  const operand floats = FLOAT(VECTOR(3), FLOATS(4294967296.0f, -1, 256));
  CHECK_OPERATOR(UNARY(cast_int_int, wide, low));
  CHECK_OPERATOR(UNARY(cast_int_int, wide, lowest));
  CHECK_OPERATOR(UNARY(cast_int_int, wide, truths));
  CHECK_OPERATOR(UNARY(cast_int_f32, wide, floats));
}

static void test_select(void) {
  const operand row = INPUT(MOTE_BOOL, VECTOR(2), UNSIGNED(1, 0)), one = INPUT(MOTE_BOOL, MATRIX(1, 1), UNSIGNED(0));
  const operand a = INT(MATRIX(2, 3), INTS(1, 2, 3, 4, 5, 6)), b = INT(MATRIX(2, 3), INTS(-1, -2, -3, -4, -5, -6));
  const operand by_row = INT(MATRIX(2, 3), INTS(1, 2, 3, -4, -5, -6));
  CHECK_OPERATOR(SELECTION(select, row, a, b, by_row));
  CHECK_OPERATOR(SELECTION(select, one, a, b, b));
  /* as many elements as rows, but not so arranged */
  const operand across = INPUT(MOTE_BOOL, MATRIX(1, 2), UNSIGNED(1, 0));
  CHECK_REFUSED(MOTE_SHAPE, SELECTION(select, across, a, b, by_row));
  const operand columns = INPUT(MOTE_BOOL, VECTOR(3), UNSIGNED(1, 0, 1)), scalar = INT(SCALAR, INTS(9));
  const operand by_column = INT(MATRIX(2, 3), INTS(1, 9, 3, 4, 9, 6)), column = INT(MATRIX(2, 1), INTS(7, 8));
  const operand mixed = INT(MATRIX(2, 3), INTS(7, 9, 7, 8, 9, 8));
  CHECK_REFUSED(MOTE_SHAPE, SELECTION(select, columns, a, b, by_column));
  CHECK_REFUSED(MOTE_SHAPE, SELECTION(select, columns, a, scalar, by_column));
  CHECK_OPERATOR(SELECTION(select_v2, columns, a, scalar, by_column));
  CHECK_OPERATOR(SELECTION(select_v2, columns, column, scalar, mixed));
  const operand floats = FLOAT(MATRIX(2, 3), FLOATS(0));
  CHECK_REFUSED(MOTE_TYPE, SELECTION(select_v2, columns, a, floats, by_column));
}

static void test_shapes(void) {
  const operand a = FLOAT(MATRIX(2, 3), FLOATS(1, -2, 3, -4, 5, -6)), pair = FLOAT(VECTOR(2), FLOATS(1, 2)),
                y = FLOAT(MATRIX(2, 3), NULL), truths = INPUT(MOTE_BOOL, MATRIX(2, 3), NULL);
  CHECK_REFUSED(MOTE_SHAPE, BINARY(div_f32, a, pair, y));
  CHECK_REFUSED(MOTE_SHAPE, BINARY(not_equal_f32, a, pair, truths));
  const operand alpha = FLOAT(VECTOR(3), FLOATS(1, 2, 3)), row = FLOAT(VECTOR(3), FLOATS(1, -2, -3));
  const operand leaky = FLOAT(MATRIX(2, 3), FLOATS(1, -4, 3, -4, 5, -18));
  CHECK_OPERATOR(BINARY(prelu_f32, a, alpha, leaky));
  CHECK_REFUSED(MOTE_SHAPE, BINARY(prelu_f32, row, a, y)); /* alpha larger than the input */
  const operand single = FLOAT(SCALAR, FLOATS(1));
  CHECK_REFUSED(MOTE_SHAPE, .kernel = &mote_kernel_softmax_f32, .options = INTS(0x3F800000), .x = {single},
                .x_count = 1, .y = {single}, .y_count = 1);
}

/* What cannot be computed is refused when the model is opened. */
static void test_scales(void) {
  const operand plain = INPUT(MOTE_INT8, VECTOR(2), BYTES(1, 2)), small = SCALED8(1e-6f, 0, VECTOR(2), BYTES(1, 2));
  const operand usual = SCALED8(0.5f, 0, VECTOR(2), BYTES(1, 2)),
                short_zero = SCALED(MOTE_INT16, 0.5f, 7, VECTOR(2), SHORTS(1, 2));
  CHECK_REFUSED(MOTE_QUANTIZATION, BINARY(add_s8, plain, usual, usual));
  CHECK_REFUSED(MOTE_QUANTIZATION, BINARY(add_s8, usual, usual, plain));
  CHECK_REFUSED(MOTE_QUANTIZATION, BINARY(add_s8, usual, usual, small));
  CHECK_REFUSED(MOTE_QUANTIZATION, BINARY(add_s16, short_zero, short_zero, short_zero));
  CHECK_REFUSED(MOTE_QUANTIZATION, BINARY(add_n_s8, usual, small, usual));
  CHECK_REFUSED(MOTE_QUANTIZATION, UNARY(neg_s8, plain, usual));
  CHECK_REFUSED(MOTE_QUANTIZATION, UNARY(log_softmax_s8, usual, usual)); /* its output has a scale of its own */
  const operand floats = FLOAT(VECTOR(2), FLOATS(1, 2));
  CHECK_REFUSED(MOTE_QUANTIZATION, UNARY(quantize_f32_s8, floats, plain));
  CHECK_REFUSED(MOTE_QUANTIZATION, UNARY(dequantize_s8, plain, floats));
}

static void test_quantized(void) {
  const operand x = FLOAT(VECTOR(5), FLOATS(0.25f, -0.25f, 1e9f, -INFINITY, 0.74f)),
                y = SCALED8(0.5f, 3, VECTOR(5), BYTES(4, 2, 127, -128, 4));
  CHECK_OPERATOR(UNARY(quantize_f32_s8, x, y));
  /* square roots and logarithms of what is negative */
  const operand signs = SCALED8(1, -4, VECTOR(2), BYTES(0, -5)), roots = SCALED8(0.5f, 0, VECTOR(2), NULL);
  CHECK_REFUSED(MOTE_DATA, UNARY(sqrt_s8, signs, roots));
  CHECK_REFUSED(MOTE_DATA, UNARY(rsqrt_s8, signs, roots));
  const operand squares = SCALED8(1, -4, VECTOR(2), BYTES(0, 5)), twos = SCALED8(0.5f, 0, VECTOR(2), BYTES(4, 6));
  CHECK_OPERATOR(UNARY(sqrt_s8, squares, twos));
  const operand logarithms = SCALED8(0.5f, 0, VECTOR(2), BYTES(3, -128));
  CHECK_OPERATOR(UNARY(log_s8, signs, logarithms));
  /* comparisons: of int8 in steps of 2^-8 of what the scales say, of int16 with one scale as they are */
  const operand a = SCALED8(0.5f, 0, VECTOR(3), BYTES(1, 2, 3)), b = SCALED8(0.25f, -2, VECTOR(3), BYTES(0, 2, 5));
  const operand less = INPUT(MOTE_BOOL, VECTOR(3), UNSIGNED(0, 0, 1));
  CHECK_OPERATOR(BINARY(less_s8, a, b, less));
  const operand c = SCALED(MOTE_INT16, 1e-4f, 0, VECTOR(2), SHORTS(100, -7)),
                d = SCALED(MOTE_INT16, 1e-4f, 0, VECTOR(2), SHORTS(101, -7));
  const operand less_short = INPUT(MOTE_BOOL, VECTOR(2), UNSIGNED(1, 0));
  CHECK_OPERATOR(BINARY(less_s16, c, d, less_short));
}

/* More equal elements than TFLite Micro's sum has bits for: all the same, too small for a step. */
static void test_softmax(void) {
  enum { DEPTH = 4096 };
  static int8_t x[DEPTH], y[DEPTH];
  memset(y, -128, sizeof y);
  const operand wide = SCALED8(0.1f, 0, MATRIX(1, 2048), x), flat = SCALED8(1.0f / 256, -128, MATRIX(1, 2048), y);
  const operand wider = SCALED8(0.1f, 0, MATRIX(1, DEPTH), x), flatter = SCALED8(1.0f / 256, -128, MATRIX(1, DEPTH), y);
  const int32_t beta = 0x3F800000; /* 1.0 */
  CHECK_OPERATOR(.options = &beta, UNARY(softmax_s8, wide, flat));
  CHECK_REFUSED(MOTE_TOO_LARGE, .options = &beta, UNARY(softmax_s8, wider, flatter));
}

int main(void) {
  test_division();
  test_float_division();
  test_quantized_division();
  test_integers();
  test_signs();
  test_cast();
  test_select();
  test_shapes();
  test_scales();
  test_quantized();
  test_softmax();
  return check_report();
}
