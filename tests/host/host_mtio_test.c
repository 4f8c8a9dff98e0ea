/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include "host/mtio.h"

/* One int16 input of 3, one scalar float32 and one bool output of 2, two steps. */
static const uint32_t descriptors[] = {
    1, 1, 2, 2,    /* version, inputs, outputs, steps */
    7, 1, 3, 6,    /* int16 [3] */
    0, 0, 4,       /* float32 scalar */
    6, 2, 1, 2, 2, /* bool [1, 2] */
};
static const uint8_t steps[] = {
    1, 0, 2, 0, 3, 0, 0, 0, 0, 0, 0x80, 0x3f, 1, 0, 0, 0, /* 1 2 3, 1.0, true false */
    4, 0, 5, 0, 6, 0, 0, 0, 0, 0, 0,    0x40, 0, 1, 0, 0, /* 4 5 6, 2.0, false true */
};

typedef struct {
  uint8_t bytes[4 + sizeof descriptors + sizeof steps];
} mtio_file;

static mtio_file make_mtio(void) {
  mtio_file file;
  memcpy(file.bytes, "MTIO", 4);
  memcpy(file.bytes + 4, descriptors, sizeof descriptors);
  memcpy(file.bytes + 4 + sizeof descriptors, steps, sizeof steps);
  return file;
}

static void test_mtio(void) {
  mtio_file content = make_mtio();
  mote_host_error error;
  mote_mtio file;
  CHECK_WORKS(mote_mtio_parse(content.bytes, sizeof content.bytes, &file, &error), error);
  CHECK(file.input_count == 1 && file.output_count == 2 && file.step_count == 2);
  mote_array input = mote_mtio_input(&file, 1, 0);
  CHECK(input.type == MOTE_ARRAY_INT16 && input.rank == 1 && input.dims[0] == 3 && !input.owned);
  CHECK(mote_array_get(&input, 0) == 4.0 && mote_array_get(&input, 2) == 6.0);
  mote_array real = mote_mtio_output(&file, 0, 0);
  CHECK(real.rank == 0 && mote_array_get(&real, 0) == 1.0);
  mote_array flags = mote_mtio_output(&file, 1, 1);
  CHECK(flags.rank == 2 && mote_array_get(&flags, 0) == 0.0 && mote_array_get(&flags, 1) == 1.0);
  mote_mtio_free(&file);
}

/* Puts one u32 into the header, counted in u32 after the magic. */
static void check_refused(size_t index, uint32_t value, const char *part) {
  mtio_file content = make_mtio();
  mote_host_error error;
  mote_mtio file;
  memcpy(content.bytes + 4 + 4 * index, &value, sizeof value);
  CHECK_FAILS(mote_mtio_parse(content.bytes, sizeof content.bytes, &file, &error), error, part);
  CHECK(!file.tensors);
}

static void test_refusals(void) {
  check_refused(0, 2, "MTIO version 2");
  check_refused(1, 0xffffffff, "no room for 4294967297 tensors");
  check_refused(3, 0, "holds no data: 0 steps");
  check_refused(3, 3, "32 bytes follow the MTIO header, but 3 steps take 16 each");
  check_refused(4, 5, "element type 5");
  check_refused(5, 17, "17 dimensions at byte 20");
  check_refused(5, 0xffffffff, "4294967295 dimensions");
  check_refused(6, 4, "6 bytes of data, but int16 4 takes 8");
  check_refused(7, 0xfffffffe, "int16 3 takes 6");
}

static bool parse_mtio(const uint8_t *bytes, size_t size, mote_host_error *error) {
  mote_mtio file;
  bool ok = mote_mtio_parse(bytes, size, &file, error);
  for (size_t step = 0; ok && step < file.step_count; step++) {
    for (size_t i = 0; i < file.output_count; i++) {
      mote_array output = mote_mtio_output(&file, step, i);
      for (size_t n = 0; n < mote_array_count(&output); n++) {
        (void)mote_array_get(&output, n);
      }
    }
  }
  mote_mtio_free(&file);
  return ok;
}

enum { ENTRY_BYTES = 80, ARCHIVE_BYTES = 16 + 2 * ENTRY_BYTES + 16 + 5 };

typedef struct {
  uint8_t bytes[ARCHIVE_BYTES];
} mtar_file;

static mtar_file make_mtar(void) {
  mtar_file file = {{0}};
  const uint32_t header[] = {1, 2, 0};
  const uint64_t first[] = {176, 3};
  const uint64_t second[] = {192, 5};
  memcpy(file.bytes, "MTAR", 4);
  memcpy(file.bytes + 4, header, sizeof header);
  memcpy(file.bytes + 16, "a.tflite", 9);
  memcpy(file.bytes + 16 + 64, first, sizeof first);
  memcpy(file.bytes + 16 + ENTRY_BYTES, "a.io", 5);
  memcpy(file.bytes + 16 + ENTRY_BYTES + 64, second, sizeof second);
  memcpy(file.bytes + 176, "one", 3);
  memcpy(file.bytes + 192, "seven", 5);
  return file;
}

static bool parse_mtar(const uint8_t *bytes, size_t size, mote_host_error *error) {
  mote_mtar archive;
  bool ok = mote_mtar_parse(bytes, size, &archive, error);
  unsigned sum = 0;
  for (size_t i = 0; i < archive.count; i++) {
    mote_mtar_entry entry = mote_mtar_get(&archive, i);
    for (size_t j = 0; j < entry.size; j++) {
      sum += entry.data[j];
    }
    sum += (unsigned)strlen(entry.name);
  }
  return ok && sum < 1000000;
}

static void test_mtar(void) {
  mtar_file content = make_mtar();
  mote_host_error error;
  mote_mtar archive;
  mote_mtar_entry entry;
  CHECK_WORKS(mote_mtar_parse(content.bytes, sizeof content.bytes, &archive, &error), error);
  CHECK(archive.count == 2 && strcmp(mote_mtar_get(&archive, 0).name, "a.tflite") == 0);
  CHECK(mote_mtar_find(&archive, "a.io", &entry) && entry.size == 5 && memcmp(entry.data, "seven", 5) == 0);
  CHECK(!mote_mtar_find(&archive, "a.i", &entry));
  memset(content.bytes + 16, 'x', 64);
  CHECK_FAILS(mote_mtar_parse(content.bytes, sizeof content.bytes, &archive, &error), error, "entry 0 has a name");
  content = make_mtar();
  content.bytes[16 + 64] = 177;
  CHECK_FAILS(mote_mtar_parse(content.bytes, sizeof content.bytes, &archive, &error), error, "entry 0, a.tflite, does");
  content = make_mtar();
  memset(content.bytes + 16 + 72, 0xff, 8);
  CHECK_FAILS(mote_mtar_parse(content.bytes, sizeof content.bytes, &archive, &error), error, "entry 0, a.tflite, does");
}

int main(void) {
  mtio_file mtio = make_mtio();
  mtar_file mtar = make_mtar();
  test_mtio();
  test_refusals();
  test_mtar();
  check_damage(parse_mtio, mtio.bytes, sizeof mtio.bytes);
  check_damage(parse_mtar, mtar.bytes, sizeof mtar.bytes);
  return check_report();
}
