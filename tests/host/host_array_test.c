/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include "host/tensor.h"

#include <math.h>

static const mote_array_type all_types[] = {
    MOTE_ARRAY_FLOAT32, MOTE_ARRAY_FLOAT16, MOTE_ARRAY_FLOAT64, MOTE_ARRAY_BOOL,   MOTE_ARRAY_INT8,   MOTE_ARRAY_INT16,
    MOTE_ARRAY_INT32,   MOTE_ARRAY_INT64,   MOTE_ARRAY_UINT8,   MOTE_ARRAY_UINT16, MOTE_ARRAY_UINT32, MOTE_ARRAY_UINT64,
};
enum { TYPE_COUNT = sizeof all_types / sizeof all_types[0] };

static void test_types(void) {
  CHECK(mote_array_type_bytes(MOTE_ARRAY_INT16) == 2);
  CHECK(strcmp(mote_array_type_name(MOTE_ARRAY_UINT64), "uint64") == 0);
  CHECK(mote_array_type_is_float(MOTE_ARRAY_FLOAT16) && !mote_array_type_is_float(MOTE_ARRAY_BOOL));
  CHECK(mote_array_type_bytes((mote_array_type)5) == 0 && mote_array_type_bytes((mote_array_type)99) == 0);
  CHECK(mote_array_type_bytes((mote_array_type)-1) == 0);
}

static void test_shapes(void) {
  mote_host_error error;
  mote_array array;
  const size_t dims[] = {2, 3, 4};
  const size_t huge[] = {(size_t)1 << 40, (size_t)1 << 40};
  const size_t empty[] = {(size_t)1 << 40, (size_t)1 << 40, 0};
  const size_t many[MOTE_ARRAY_MAX_RANK + 1] = {1};
  CHECK_WORKS(mote_array_create(&array, MOTE_ARRAY_INT16, 3, dims, &error), error);
  CHECK(array.bytes == 48 && mote_array_count(&array) == 24 && array.owned);
  ((int16_t *)array.data)[13] = -5;
  mote_array row = mote_array_row(&array, 1);
  CHECK(row.rank == 2 && row.dims[0] == 3 && row.dims[1] == 4 && row.bytes == 24 && !row.owned);
  CHECK(mote_array_get(&row, 1) == -5.0);
  CHECK_WORKS(mote_array_reshape(&array, 1, &(size_t){24}, &error), error);
  CHECK(array.rank == 1 && mote_array_get(&array, 13) == -5.0);
  CHECK_FAILS(mote_array_reshape(&array, 2, dims, &error), error, "24 does not become 2x3");
  mote_array_free(&array);
  CHECK_WORKS(mote_array_create(&array, MOTE_ARRAY_FLOAT64, 0, NULL, &error), error);
  CHECK(mote_array_count(&array) == 1 && mote_array_get(&array, 0) == 0.0);
  mote_array_free(&array);
  CHECK_WORKS(mote_array_create(&array, MOTE_ARRAY_INT8, 3, empty, &error), error);
  CHECK(array.bytes == 0);
  mote_array_free(&array);
  CHECK_FAILS(mote_array_create(&array, MOTE_ARRAY_INT8, 2, huge, &error), error, "too large");
  CHECK_FAILS(mote_array_create(&array, MOTE_ARRAY_INT8, MOTE_ARRAY_MAX_RANK + 1, many, &error), error, "17 dim");
  CHECK_FAILS(mote_array_create(&array, (mote_array_type)5, 1, dims, &error), error, "type 5");
  CHECK_FAILS(mote_array_view(&array, MOTE_ARRAY_INT16, 3, dims, "", 47, &error), error, "int16 2x3x4 takes 48");
  CHECK(strcmp(mote_shape_to_text(0, NULL).text, "scalar") == 0);
  const size_t wide[MOTE_ARRAY_MAX_RANK] = {SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX};
  CHECK(strlen(mote_shape_to_text(MOTE_ARRAY_MAX_RANK, wide).text) == sizeof(mote_shape_text) - 1);
}

/* Converts one double to a type and reads it back. */
static double through(double value, mote_array_type type, size_t *clamped) {
  mote_host_error error;
  mote_array from;
  mote_array to;
  double result = 0.0;
  CHECK(mote_array_view(&from, MOTE_ARRAY_FLOAT64, 0, NULL, &value, sizeof value, &error));
  if (CHECK(mote_array_convert(&from, type, &to, clamped, &error))) {
    result = mote_array_get(&to, 0);
  }
  mote_array_free(&to);
  return result;
}

static void check_through(double value, mote_array_type type, double expected, size_t expected_clamped) {
  size_t clamped = 99;
  double result = through(value, type, &clamped);
  if (!CHECK(result == expected && clamped == expected_clamped)) {
    fprintf(stderr, "  %g to %s: %.17g, %zu clamped\n", value, mote_array_type_name(type), result, clamped);
  }
}

static void test_from_float(void) {
  check_through(2.5, MOTE_ARRAY_INT8, 2, 0);
  check_through(3.5, MOTE_ARRAY_INT8, 4, 0);
  check_through(-2.5, MOTE_ARRAY_INT32, -2, 0);
  check_through(127.4, MOTE_ARRAY_INT8, 127, 0);
  check_through(127.5, MOTE_ARRAY_INT8, 127, 1);
  check_through(-128.5, MOTE_ARRAY_INT8, -128, 0);
  check_through(-129, MOTE_ARRAY_INT8, -128, 1);
  check_through(-1, MOTE_ARRAY_UINT8, 0, 1);
  check_through(-0.5, MOTE_ARRAY_UINT64, 0, 0);
  check_through(1e30, MOTE_ARRAY_INT64, 0x1p63, 1);
  check_through(0x1p63, MOTE_ARRAY_INT64, 0x1p63, 1);
  check_through(-0x1p63, MOTE_ARRAY_INT64, -0x1p63, 0);
  check_through(0x1p63, MOTE_ARRAY_UINT64, 0x1p63, 0);
  check_through(0x1p64, MOTE_ARRAY_UINT64, 0x1p64, 1);
  check_through(-INFINITY, MOTE_ARRAY_INT16, INT16_MIN, 1);
  check_through(INFINITY, MOTE_ARRAY_UINT32, UINT32_MAX, 1);
  check_through(NAN, MOTE_ARRAY_INT16, 0, 1);
  check_through(NAN, MOTE_ARRAY_BOOL, 1, 0);
  check_through(0.25, MOTE_ARRAY_BOOL, 1, 0);
  check_through(-0.0, MOTE_ARRAY_BOOL, 0, 0);
  check_through(0.1, MOTE_ARRAY_FLOAT32, (double)0.1f, 0);
  check_through(1e300, MOTE_ARRAY_FLOAT32, INFINITY, 0);
}

static void test_from_integer(void) {
  mote_host_error error;
  mote_array from;
  mote_array to;
  size_t clamped;
  const int64_t values[] = {INT64_MIN, -129, -128, -1, 0, 127, 128, INT64_MAX};
  const size_t count = 8;
  CHECK(mote_array_view(&from, MOTE_ARRAY_INT64, 1, &count, values, sizeof values, &error));
  CHECK(mote_array_convert(&from, MOTE_ARRAY_INT8, &to, &clamped, &error));
  const int8_t narrow[] = {-128, -128, -128, -1, 0, 127, 127, 127};
  CHECK(memcmp(to.data, narrow, sizeof narrow) == 0 && clamped == 4);
  mote_array_free(&to);
  CHECK(mote_array_convert(&from, MOTE_ARRAY_UINT64, &to, &clamped, &error));
  const uint64_t natural[] = {0, 0, 0, 0, 0, 127, 128, INT64_MAX};
  CHECK(memcmp(to.data, natural, sizeof natural) == 0 && clamped == 4);
  mote_array_free(&to);
  const uint64_t top = UINT64_MAX;
  CHECK(mote_array_view(&from, MOTE_ARRAY_UINT64, 0, NULL, &top, sizeof top, &error));
  CHECK(mote_array_convert(&from, MOTE_ARRAY_INT64, &to, NULL, &error));
  CHECK(*(int64_t *)to.data == INT64_MAX);
  mote_array_free(&to);
  CHECK(mote_array_convert(&from, MOTE_ARRAY_FLOAT32, &to, NULL, &error));
  CHECK(*(float *)to.data == 0x1p64f);
  mote_array_free(&to);
}

/* Small values survive the way from every type to every type. */
static void test_all_pairs(void) {
  mote_host_error error;
  const uint8_t values[] = {0, 1};
  const size_t count = 2;
  for (size_t i = 0; i < TYPE_COUNT; i++) {
    for (size_t j = 0; j < TYPE_COUNT; j++) {
      mote_array bytes;
      mote_array first;
      mote_array second;
      CHECK(mote_array_view(&bytes, MOTE_ARRAY_UINT8, 1, &count, values, sizeof values, &error));
      CHECK(mote_array_convert(&bytes, all_types[i], &first, NULL, &error));
      CHECK(mote_array_convert(&first, all_types[j], &second, NULL, &error));
      CHECK(mote_array_get(&second, 0) == 0.0 && mote_array_get(&second, 1) == 1.0);
      mote_array_free(&first);
      mote_array_free(&second);
    }
  }
}

static uint16_t half_of(double value) {
  mote_host_error error;
  mote_array from;
  mote_array to;
  uint16_t bits;
  if (!mote_array_view(&from, MOTE_ARRAY_FLOAT64, 0, NULL, &value, sizeof value, &error) ||
      !mote_array_convert(&from, MOTE_ARRAY_FLOAT16, &to, NULL, &error)) {
    abort();
  }
  memcpy(&bits, to.data, sizeof bits);
  mote_array_free(&to);
  return bits;
}

/* Every finite half is what it says, comes back as itself, and so does what rounds to it. */
static void test_halves(void) {
  mote_host_error error;
  bool same = true;
  for (unsigned bits = 0; bits < 0x7c00; bits++) {
    const uint16_t pair[] = {(uint16_t)bits, (uint16_t)(bits + 1)};
    mote_array view;
    same = same && mote_array_view(&view, MOTE_ARRAY_FLOAT16, 1, &(size_t){2}, pair, sizeof pair, &error);
    double value = mote_array_get(&view, 0);
    double next = bits + 1 < 0x7c00 ? mote_array_get(&view, 1) : 65536.0;
    double middle = (value + next) / 2;
    same = same && half_of(value) == bits && half_of(-value) == (bits | 0x8000);
    same = same && half_of(middle) == (bits % 2 ? bits + 1 : bits);
    same = same && half_of(nextafter(middle, 0.0)) == bits && half_of(nextafter(middle, 1e9)) == bits + 1;
  }
  CHECK(same);
  CHECK(half_of(1.0) == 0x3c00 && half_of(0x1p-24) == 1 && half_of(0x1p-14) == 0x400 && half_of(65504) == 0x7bff);
  CHECK(half_of(INFINITY) == 0x7c00 && half_of(-INFINITY) == 0xfc00 && half_of(1e9) == 0x7c00);
  CHECK(half_of(NAN) == 0x7e00);
  CHECK(half_of(0x1p-1074) == 0);
}

static void test_tensors(void) {
  mote_host_error error;
  mote_array array;
  uint8_t packed[] = {0x80, 0x7f, 0x0f};
  mote_tensor tensor = {.data = packed, .bytes = 3, .type = MOTE_INT4, .shape = {.rank = 1, .dims = {5}}};
  const int8_t unpacked[] = {0, -8, -1, 7, -1};
  CHECK_WORKS(mote_tensor_to_array(&tensor, &array, &error), error);
  CHECK(array.type == MOTE_ARRAY_INT8 && array.bytes == 5 && memcmp(array.data, unpacked, 5) == 0);
  mote_array_free(&array);
  float values[] = {1.0f, 2.0f};
  tensor = (mote_tensor){.data = values, .bytes = 8, .type = MOTE_FLOAT32, .shape = {.rank = 2, .dims = {1, 2}}};
  CHECK_WORKS(mote_tensor_to_array(&tensor, &array, &error), error);
  CHECK(array.rank == 2 && mote_array_get(&array, 1) == 2.0 && array.data != values);
  mote_array_free(&array);
  tensor.data = NULL;
  CHECK_FAILS(mote_tensor_to_array(&tensor, &array, &error), error, "no data");
  tensor.type = MOTE_RESOURCE;
  CHECK_FAILS(mote_tensor_to_array(&tensor, &array, &error), error, "holds no numbers");
}

int main(void) {
  test_types();
  test_shapes();
  test_from_float();
  test_from_integer();
  test_all_pairs();
  test_halves();
  test_tensors();
  return check_report();
}
