/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include "host/npy.h"

#include <unistd.h>
#include <zip.h>

typedef struct {
  uint8_t bytes[1024];
  size_t size;
} npy_file;

static npy_file make_npy(uint8_t version, const char *header, const void *data, size_t data_bytes) {
  npy_file file = {.size = version == 1 ? 10 : 12};
  size_t length = strlen(header);
  memcpy(file.bytes, "\x93NUMPY", 6);
  file.bytes[6] = version;
  file.bytes[8] = (uint8_t)length;
  file.bytes[9] = (uint8_t)(length >> 8);
  memcpy(file.bytes + file.size, header, length);
  file.size += length;
  memcpy(file.bytes + file.size, data, data_bytes);
  file.size += data_bytes;
  return file;
}

#define HEADER(descr, order, shape) "{'descr': '" descr "', 'fortran_order': " order ", 'shape': " shape ", }\n"

/* Values 0, 1, 2, ... of a shape, whatever the file's type and orders are. */
static void check_counting(const char *header, const void *data, size_t bytes, mote_array_type type, size_t rank,
                           size_t count) {
  for (uint8_t version = 1; version <= 3; version++) {
    npy_file file = make_npy(version, header, data, bytes);
    mote_host_error error;
    mote_array array;
    CHECK_WORKS(mote_npy_parse(file.bytes, file.size, &array, &error), error);
    CHECK(array.type == type && array.rank == rank && mote_array_count(&array) == count);
    for (size_t i = 0; i < mote_array_count(&array); i++) {
      CHECK(mote_array_get(&array, i) == (double)i);
    }
    mote_array_free(&array);
  }
}

static void test_types_and_orders(void) {
  const float floats[] = {0, 1, 2, 3, 4, 5};
  const float columns[] = {0, 3, 1, 4, 2, 5};
  const uint16_t halves[] = {0, 0x3c00};
  const double doubles[] = {0, 1};
  check_counting(HEADER("<f4", "False", "(2, 3)"), floats, sizeof floats, MOTE_ARRAY_FLOAT32, 2, 6);
  check_counting(HEADER("<f4", "True", "(2, 3)"), columns, sizeof columns, MOTE_ARRAY_FLOAT32, 2, 6);
  check_counting(HEADER("<f4", "True", "(6,)"), floats, sizeof floats, MOTE_ARRAY_FLOAT32, 1, 6);
  check_counting(HEADER("<f2", "False", "(2,)"), halves, sizeof halves, MOTE_ARRAY_FLOAT16, 1, 2);
  check_counting(HEADER("<f8", "False", "(2,)"), doubles, sizeof doubles, MOTE_ARRAY_FLOAT64, 1, 2);
  check_counting(HEADER(">f4", "False", "(2,)"), "\0\0\0\0\x3f\x80\0", 8, MOTE_ARRAY_FLOAT32, 1, 2);
  check_counting(HEADER(">i8", "False", "()"), "\0\0\0\0\0\0\0", 8, MOTE_ARRAY_INT64, 0, 1);
  check_counting(HEADER(">u2", "True", "(2,2)"), "\0\0\0\2\0\1\0\3", 8, MOTE_ARRAY_UINT16, 2, 4);
  check_counting(HEADER("|b1", "False", "(2,)"), "\0\7", 2, MOTE_ARRAY_BOOL, 1, 2);
  check_counting(HEADER("|i1", "False", "(1, 2)"), "\0\1", 2, MOTE_ARRAY_INT8, 2, 2);
  check_counting(HEADER("|u1", "False", "(2,1,)"), "\0\1", 2, MOTE_ARRAY_UINT8, 2, 2);
  check_counting(HEADER("<i4", "False", "(0, 3)"), "", 0, MOTE_ARRAY_INT32, 2, 0);
  check_counting(HEADER("<i2", "True", "(3, 0)"), "", 0, MOTE_ARRAY_INT16, 2, 0);
  check_counting("{\"shape\":(1,),\"fortran_order\":False,\"descr\":\"<u8\"}", "\0\0\0\0\0\0\0", 8, MOTE_ARRAY_UINT64,
                 1, 1);
}

/* Fortran order in three dimensions: element [i][j][k] is 100 i + 10 j + k. */
static void test_fortran_order(void) {
  uint8_t data[24];
  size_t used = 0;
  for (unsigned k = 0; k < 4; k++) {
    for (unsigned j = 0; j < 3; j++) {
      for (unsigned i = 0; i < 2; i++) {
        data[used++] = (uint8_t)(100 * i + 10 * j + k);
      }
    }
  }
  npy_file file = make_npy(1, HEADER("|u1", "True", "(2, 3, 4)"), data, sizeof data);
  mote_host_error error;
  mote_array array;
  CHECK_WORKS(mote_npy_parse(file.bytes, file.size, &array, &error), error);
  for (size_t n = 0; n < mote_array_count(&array); n++) {
    size_t expected = 100 * (n / 12) + 10 * (n / 4 % 3) + n % 4;
    CHECK(mote_array_get(&array, n) == (double)expected);
  }
  mote_array_free(&array);
}

static void check_refused(uint8_t version, const char *header, const char *part) {
  npy_file file = make_npy(version, header, "\0\0\0\0\0\0\0", 8);
  mote_host_error error;
  mote_array array;
  CHECK_FAILS(mote_npy_parse(file.bytes, file.size, &array, &error), error, part);
}

static void test_refusals(void) {
  check_refused(4, HEADER("<f4", "False", "(2,)"), "version 4.0");
  check_refused(1, HEADER("<f4", "False", "(3,)"), "8 bytes of data, but float32 3 takes 12");
  check_refused(1, HEADER("<f4", "False", "(1,)"), "8 bytes of data, but float32 1 takes 4");
  check_refused(1, HEADER("<c8", "False", "(1,)"), "'<c8' are not supported");
  check_refused(1, HEADER("|O", "False", "(1,)"), "'|O' are not supported");
  check_refused(1, HEADER("", "False", "(1,)"), "'' are not supported");
  check_refused(1, "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }", "structured");
  check_refused(1, HEADER("<f4", "Maybe", "(2,)"), "expected True or False at byte 44");
  check_refused(1, HEADER("<f4", "False", "2"), "expected the shape's '('");
  check_refused(1, HEADER("<f4", "False", "(-2,)"), "expected a dimension");
  check_refused(1, HEADER("<f4", "False", "(2 3)"), "expected ',' or ')'");
  check_refused(1, HEADER("<f4", "False", "(99999999999999999999,)"), "too large");
  check_refused(1, HEADER("<f4", "False", "(9999999999, 9999999999)"), "too large");
  check_refused(1, HEADER("<f4", "False", "(1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1)"), "too many dimensions");
  check_refused(1, "{'descr': '<f4', 'descr': '<f4', 'shape': (2,), }", "unknown or repeated key");
  check_refused(1, "{'descr': '<f4', 'fortran_order': False, }", "lacks");
  check_refused(1, "{'colour': 'red'}", "unknown or repeated key");
  check_refused(1, "{'descr", "without an end");
  check_refused(1, "{'descr': 'a long element type'}", "too long");
  check_refused(1, HEADER("<f4", "False", "(2,)") "x", "unexpected text");
  check_refused(1, "", "expected '{'");
  check_refused(2, "'", "expected '{'");
}

static bool parse_npy(const uint8_t *bytes, size_t size, mote_host_error *error) {
  mote_array array;
  bool ok = mote_npy_parse(bytes, size, &array, error);
  mote_array_free(&array);
  return ok;
}

static void test_damage(void) {
  const float values[] = {1, 2, 3, 4};
  npy_file plain = make_npy(1, HEADER("<f4", "False", "(2, 2)"), values, sizeof values);
  npy_file swapped = make_npy(3, HEADER(">f4", "True", "(2, 2)"), values, sizeof values);
  check_damage(parse_npy, plain.bytes, plain.size);
  check_damage(parse_npy, swapped.bytes, swapped.size);
}

static void check_written(const mote_array *array) {
  const char *path = "test.npy";
  mote_host_error error;
  mote_array back;
  mote_buffer file;
  CHECK_WORKS(mote_npy_write(path, array, &error), error);
  CHECK_WORKS(mote_file_read(path, 100000, &file, &error), error);
  CHECK(file.size % 64 == array->bytes % 64);
  mote_buffer_free(&file);
  CHECK_WORKS(mote_npy_read(path, &back, &error), error);
  CHECK(back.type == array->type && back.rank == array->rank && back.bytes == array->bytes);
  CHECK(memcmp(back.dims, array->dims, sizeof back.dims) == 0 && memcmp(back.data, array->data, back.bytes) == 0);
  mote_array_free(&back);
  CHECK(unlink(path) == 0);
  CHECK_FAILS(mote_npy_read(path, &back, &error), error, "test.npy: cannot open");
}

static void test_writing(void) {
  static const mote_array_type types[] = {MOTE_ARRAY_BOOL,    MOTE_ARRAY_INT8,    MOTE_ARRAY_UINT16, MOTE_ARRAY_INT64,
                                          MOTE_ARRAY_FLOAT16, MOTE_ARRAY_FLOAT32, MOTE_ARRAY_FLOAT64};
  const size_t dims[MOTE_ARRAY_MAX_RANK] = {2, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  const size_t ranks[] = {0, 1, 2, MOTE_ARRAY_MAX_RANK};
  mote_host_error error;
  for (size_t t = 0; t < sizeof types / sizeof types[0]; t++) {
    for (size_t r = 0; r < sizeof ranks / sizeof ranks[0]; r++) {
      mote_array array;
      CHECK_WORKS(mote_array_create(&array, types[t], ranks[r], dims, &error), error);
      ((uint8_t *)array.data)[0] = 1;
      check_written(&array);
      mote_array_free(&array);
    }
  }
}

typedef struct {
  const char *name;
  npy_file content;
} zip_entry;

/* Packs the entries into an archive in memory, to be freed with free(). */
static uint8_t *make_zip(const zip_entry *entries, size_t count, zip_int32_t method, size_t *size) {
  zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
  zip_t *archive = source ? zip_open_from_source(source, ZIP_TRUNCATE, NULL) : NULL;
  if (!archive) {
    abort();
  }
  zip_source_keep(source);
  for (size_t i = 0; i < count; i++) {
    zip_source_t *content = zip_source_buffer(archive, entries[i].content.bytes, entries[i].content.size, 0);
    zip_int64_t index = zip_file_add(archive, entries[i].name, content, 0);
    CHECK(index >= 0 && zip_set_file_compression(archive, (zip_uint64_t)index, method, 0) == 0);
  }
  CHECK(zip_close(archive) == 0);
  CHECK(zip_source_open(source) == 0 && zip_source_seek(source, 0, SEEK_END) == 0);
  *size = (size_t)zip_source_tell(source);
  uint8_t *bytes = malloc(*size);
  if (!bytes) {
    abort();
  }
  CHECK(zip_source_seek(source, 0, SEEK_SET) == 0);
  CHECK((size_t)zip_source_read(source, bytes, *size) == *size);
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

static bool parse_npz(const uint8_t *bytes, size_t size, mote_host_error *error) {
  mote_array_list list;
  bool ok = mote_npz_parse(bytes, size, &list, error);
  mote_array_list_free(&list);
  return ok;
}

static void test_npz(void) {
  static const zip_int32_t methods[] = {ZIP_CM_STORE, ZIP_CM_DEFLATE};
  const float values[64] = {1, 2};
  const zip_entry entries[] = {
      {"x.npy", make_npy(1, HEADER("<f4", "False", "(8, 8)"), values, sizeof values)},
      {"a/y.npy", make_npy(1, HEADER("|i1", "False", "(2,)"), "\1\2", 2)},
  };
  for (size_t i = 0; i < 2; i++) {
    size_t size;
    uint8_t *bytes = make_zip(entries, 2, methods[i], &size);
    mote_host_error error;
    mote_array_list list;
    CHECK_WORKS(mote_npz_parse(bytes, size, &list, &error), error);
    if (CHECK(list.count == 2)) {
      CHECK(strcmp(list.items[0].name, "x") == 0 && strcmp(list.items[1].name, "a/y") == 0);
      CHECK(list.items[0].array.rank == 2 && mote_array_get(&list.items[0].array, 1) == 2.0);
      CHECK(list.items[1].array.bytes == 2);
    }
    mote_array_list_free(&list);
    check_damage(parse_npz, bytes, size);
    free(bytes);
  }
}

static void check_npz_refused(const zip_entry *entries, size_t count, zip_int32_t method, const char *part) {
  size_t size;
  uint8_t *bytes = make_zip(entries, count, method, &size);
  mote_host_error error;
  mote_array_list list;
  CHECK_FAILS(mote_npz_parse(bytes, size, &list, &error), error, part);
  CHECK(list.count == 0 && !list.items);
  free(bytes);
}

static size_t find_bytes(const uint8_t *bytes, size_t size, const char *pattern, size_t length) {
  size_t at = 0;
  while (at + length <= size && memcmp(bytes + at, pattern, length) != 0) {
    at++;
  }
  return at;
}

static void set_unpacked_size(uint8_t *directory_entry, uint32_t size) {
  memcpy(directory_entry + 24, &size, sizeof size);
}

/* An archive that promises 4 GB out of some hundred bytes, in its central directory. */
static void test_zip_bomb(void) {
  const float values[64] = {1};
  const zip_entry entry = {"x.npy", make_npy(1, HEADER("<f4", "False", "(64,)"), values, sizeof values)};
  size_t size;
  uint8_t *bytes = make_zip(&entry, 1, ZIP_CM_DEFLATE, &size);
  mote_host_error error;
  mote_array_list list;
  size_t directory = find_bytes(bytes, size, "PK\1\2", 4);
  if (CHECK(directory + 28 < size)) {
    set_unpacked_size(bytes + directory, 0xfffffffe);
    CHECK_FAILS(mote_npz_parse(bytes, size, &list, &error), error, "x.npy: the archive would unpack to more than");
    set_unpacked_size(bytes + directory, 0x3fffffff);
    CHECK_FAILS(mote_npz_parse(bytes, size, &list, &error), error, "x.npy: 1073741823 bytes cannot come out of");
    set_unpacked_size(bytes + directory, 4096);
    CHECK_FAILS(mote_npz_parse(bytes, size, &list, &error), error, "x.npy: ");
  }
  free(bytes);
}

static void test_npz_refusals(void) {
  const zip_entry text = {"readme.txt", {"hello", 5}};
  const zip_entry one = {"x.npy", make_npy(1, HEADER("|i1", "False", "(1,)"), "\1", 1)};
  const zip_entry same[] = {one, {"x", one.content}};
  check_npz_refused(&text, 1, ZIP_CM_STORE, "readme.txt: this is not a .npy file");
  check_npz_refused(same, 2, ZIP_CM_STORE, "x: there are two members of this name");
  if (zip_compression_method_supported(ZIP_CM_BZIP2, 1)) {
    check_npz_refused(&one, 1, ZIP_CM_BZIP2, "x.npy: compression method 12");
  }
  mote_host_error error;
  mote_array_list list;
  CHECK_FAILS(mote_npz_parse("PK", 2, &list, &error), error, "cannot open the .npz archive");
}

int main(void) {
  char folder[] = "/tmp/mote-npy-test-XXXXXX";
  if (!mkdtemp(folder) || chdir(folder) != 0) {
    perror(folder);
    return 1;
  }
  test_types_and_orders();
  test_fortran_order();
  test_refusals();
  test_damage();
  test_writing();
  test_npz();
  test_npz_refusals();
  test_zip_bomb();
  CHECK(chdir("/") == 0 && rmdir(folder) == 0);
  return check_report();
}
