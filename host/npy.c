/* SPDX-License-Identifier: Apache-2.0 */
#include "npy.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PREFIX_BYTES = 8, MAX_HEADER_BYTES = 1 << 16, ALIGNMENT = 64 };

static const char magic[] = "\x93NUMPY";

/* 'kind' and size as in the descr entry, where one byte of byte order comes before them. */
static const struct {
  char code[3];
  mote_array_type type;
} codes[] = {
    {"b1", MOTE_ARRAY_BOOL},   {"i1", MOTE_ARRAY_INT8},    {"u1", MOTE_ARRAY_UINT8},   {"i2", MOTE_ARRAY_INT16},
    {"u2", MOTE_ARRAY_UINT16}, {"i4", MOTE_ARRAY_INT32},   {"u4", MOTE_ARRAY_UINT32},  {"i8", MOTE_ARRAY_INT64},
    {"u8", MOTE_ARRAY_UINT64}, {"f2", MOTE_ARRAY_FLOAT16}, {"f4", MOTE_ARRAY_FLOAT32}, {"f8", MOTE_ARRAY_FLOAT64},
};
enum { CODE_COUNT = sizeof codes / sizeof codes[0] };

/* The header is a Python dict literal: {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), } */
typedef struct {
  const char *start;
  const char *at;
  const char *end;
  size_t offset; /* of `start` in the file, for messages */
  mote_host_error *error;
  bool seen_descr, seen_order, seen_shape;
  mote_array_type type;
  bool swap;
  bool fortran_order;
  size_t rank;
  size_t dims[MOTE_ARRAY_MAX_RANK];
} header_reader;

static bool fail_here(header_reader *reader, const char *what) {
  return MOTE_HOST_FAIL(reader->error, "%s at byte %zu of the .npy header", what,
                        reader->offset + (size_t)(reader->at - reader->start));
}

static void skip_blanks(header_reader *reader) {
  while (reader->at < reader->end && (*reader->at == ' ' || *reader->at == '\n' || *reader->at == '\t')) {
    reader->at++;
  }
}

/* Skips blanks and then this text, if it is there. */
static bool accept(header_reader *reader, const char *text) {
  size_t length = strlen(text);
  skip_blanks(reader);
  if ((size_t)(reader->end - reader->at) < length || memcmp(reader->at, text, length) != 0) {
    return false;
  }
  reader->at += length;
  return true;
}

static bool read_string(header_reader *reader, char *text, size_t bytes) {
  skip_blanks(reader);
  if (reader->at == reader->end || (*reader->at != '\'' && *reader->at != '"')) {
    return fail_here(reader, "expected a string");
  }
  char quote = *reader->at++;
  const char *close = memchr(reader->at, quote, (size_t)(reader->end - reader->at));
  if (!close) {
    return fail_here(reader, "a string without an end");
  }
  size_t length = (size_t)(close - reader->at);
  if (length >= bytes) {
    return fail_here(reader, "a string that is too long");
  }
  memcpy(text, reader->at, length);
  text[length] = '\0';
  reader->at = close + 1;
  return true;
}

static bool read_descr(header_reader *reader) {
  char descr[16];
  if (accept(reader, "[")) {
    return fail_here(reader, "structured elements, which are not supported,");
  }
  if (!read_string(reader, descr, sizeof descr)) {
    return false;
  }
  for (size_t i = 0; i < CODE_COUNT; i++) {
    if (strchr("<>|", descr[0]) && strcmp(descr + 1, codes[i].code) == 0) {
      reader->type = codes[i].type;
      reader->swap = descr[0] == '>';
      return true;
    }
  }
  return MOTE_HOST_FAIL(reader->error,
                        "elements of NumPy type '%s' are not supported: bool, int8 to int64, uint8 to "
                        "uint64, float16, float32 and float64 are",
                        descr);
}

static bool read_order(header_reader *reader) {
  reader->fortran_order = accept(reader, "True");
  return reader->fortran_order || accept(reader, "False") || fail_here(reader, "expected True or False");
}

static bool read_dimension(header_reader *reader, size_t *dimension) {
  const char *first = reader->at;
  *dimension = 0;
  for (; reader->at < reader->end && *reader->at >= '0' && *reader->at <= '9'; reader->at++) {
    size_t digit = (size_t)(*reader->at - '0');
    if (*dimension > (PTRDIFF_MAX - digit) / 10) {
      return fail_here(reader, "a dimension that is too large");
    }
    *dimension = *dimension * 10 + digit;
  }
  return reader->at > first || fail_here(reader, "expected a dimension");
}

static bool read_shape(header_reader *reader) {
  if (!accept(reader, "(")) {
    return fail_here(reader, "expected the shape's '('");
  }
  while (!accept(reader, ")")) {
    if (reader->rank == MOTE_ARRAY_MAX_RANK) {
      return fail_here(reader, "too many dimensions");
    }
    if (!read_dimension(reader, &reader->dims[reader->rank])) {
      return false;
    }
    reader->rank++;
    if (accept(reader, ",")) {
      continue;
    }
    if (accept(reader, ")")) {
      break;
    }
    return fail_here(reader, "expected ',' or ')'");
  }
  return true;
}

static bool read_entry(header_reader *reader) {
  static const struct {
    const char *key;
    size_t seen;
    bool (*read)(header_reader *reader);
  } entries[] = {
      {"descr", offsetof(header_reader, seen_descr), read_descr},
      {"fortran_order", offsetof(header_reader, seen_order), read_order},
      {"shape", offsetof(header_reader, seen_shape), read_shape},
  };
  char key[16];
  if (!read_string(reader, key, sizeof key)) {
    return false;
  }
  if (!accept(reader, ":")) {
    return fail_here(reader, "expected ':'");
  }
  for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
    bool *seen = (bool *)((char *)reader + entries[i].seen);
    if (strcmp(key, entries[i].key) == 0 && !*seen) {
      *seen = true;
      return entries[i].read(reader);
    }
  }
  return fail_here(reader, "an unknown or repeated key");
}

static bool read_header(header_reader *reader) {
  if (!accept(reader, "{")) {
    return fail_here(reader, "expected '{'");
  }
  while (!accept(reader, "}")) {
    if (!read_entry(reader)) {
      return false;
    }
    if (accept(reader, ",")) {
      continue;
    }
    if (accept(reader, "}")) {
      break;
    }
    return fail_here(reader, "expected ',' or '}'");
  }
  skip_blanks(reader);
  if (reader->at != reader->end) {
    return fail_here(reader, "unexpected text");
  }
  if (!reader->seen_descr || !reader->seen_order || !reader->seen_shape) {
    return MOTE_HOST_FAIL(reader->error, "the .npy header lacks 'descr', 'fortran_order' or 'shape'");
  }
  return true;
}

/* Finds the header's text and checks that all of it is there. */
static bool locate_header(const uint8_t *bytes, size_t size, header_reader *reader) {
  if (size < PREFIX_BYTES || memcmp(bytes, magic, sizeof magic - 1) != 0) {
    return MOTE_HOST_FAIL(reader->error, "this is not a .npy file");
  }
  unsigned version = bytes[6];
  if (version < 1 || version > 3) {
    return MOTE_HOST_FAIL(reader->error, ".npy version %u.%u is not supported", version, bytes[7]);
  }
  reader->offset = PREFIX_BYTES + (version == 1 ? 2 : 4);
  uint32_t length = 0;
  if (size >= reader->offset) {
    memcpy(&length, bytes + PREFIX_BYTES, reader->offset - PREFIX_BYTES);
  }
  if (size < reader->offset || length > size - reader->offset) {
    return MOTE_HOST_FAIL(reader->error, "truncated .npy header at byte %zu", size);
  }
  if (length > MAX_HEADER_BYTES) {
    return MOTE_HOST_FAIL(reader->error, "a .npy header of %u bytes; the limit is %d", length, MAX_HEADER_BYTES);
  }
  reader->start = reader->at = (const char *)bytes + reader->offset;
  reader->end = reader->start + length;
  return true;
}

static void copy_element(uint8_t *to, const uint8_t *from, size_t bytes, bool swap) {
  for (size_t i = 0; i < bytes; i++) {
    to[i] = from[swap ? bytes - 1 - i : i];
  }
}

/* Walks the elements in C order; `index` counts like an odometer, `from` follows it in the file's order. */
static void copy_elements(mote_array *array, const uint8_t *from, bool swap, bool fortran_order) {
  size_t bytes = mote_array_type_bytes(array->type);
  size_t index[MOTE_ARRAY_MAX_RANK] = {0};
  size_t strides[MOTE_ARRAY_MAX_RANK];
  size_t stride = bytes;
  for (size_t i = 0; i < array->rank; i++) {
    size_t axis = fortran_order ? i : array->rank - 1 - i;
    strides[axis] = stride;
    stride *= array->dims[axis];
  }
  uint8_t *to = array->data;
  for (size_t left = mote_array_count(array); left > 0; left--, to += bytes) {
    copy_element(to, from, bytes, swap);
    for (size_t axis = array->rank; axis-- > 0;) {
      from += strides[axis];
      if (++index[axis] < array->dims[axis]) {
        break;
      }
      from -= strides[axis] * index[axis];
      index[axis] = 0;
    }
  }
}

static void normalise_bools(mote_array *array) {
  uint8_t *values = array->data;
  for (size_t i = 0; i < array->bytes; i++) {
    values[i] = values[i] != 0;
  }
}

bool mote_npy_parse(const void *bytes, size_t size, mote_array *array, mote_host_error *error) {
  header_reader reader = {.error = error};
  mote_array view;
  *array = (mote_array){0};
  if (!locate_header(bytes, size, &reader) || !read_header(&reader)) {
    return false;
  }
  const uint8_t *data = (const uint8_t *)reader.end;
  size_t data_bytes = size - (size_t)(data - (const uint8_t *)bytes);
  if (!mote_array_view(&view, reader.type, reader.rank, reader.dims, data, data_bytes, error) ||
      !mote_array_create(array, reader.type, reader.rank, reader.dims, error)) {
    return false;
  }
  if (reader.swap || reader.fortran_order) {
    copy_elements(array, data, reader.swap, reader.fortran_order);
  } else {
    memcpy(array->data, data, data_bytes);
  }
  if (array->type == MOTE_ARRAY_BOOL) {
    normalise_bools(array);
  }
  return true;
}

bool mote_npy_read(const char *path, mote_array *array, mote_host_error *error) {
  mote_buffer file;
  *array = (mote_array){0};
  if (!mote_file_read(path, MOTE_FILE_MAX_BYTES, &file, error)) {
    return false;
  }
  bool ok = mote_npy_parse(file.data, file.size, array, error) || mote_host_fail_in(error, path);
  mote_buffer_free(&file);
  return ok;
}

static const char *code_of(mote_array_type type) {
  for (size_t i = 0; i < CODE_COUNT; i++) {
    if (codes[i].type == type) {
      return codes[i].code;
    }
  }
  return "";
}

/* Pads the header with blanks so that the data starts at a multiple of 64, as NumPy does. */
static void write_header(FILE *stream, const mote_array *array) {
  char text[128 + 24 * MOTE_ARRAY_MAX_RANK];
  char order = mote_array_type_bytes(array->type) == 1 ? '|' : '<';
  size_t used = (size_t)snprintf(text, sizeof text, "{'descr': '%c%s', 'fortran_order': False, 'shape': (", order,
                                 code_of(array->type));
  for (size_t i = 0; i < array->rank; i++) {
    const char *separator = i + 1 < array->rank ? ", " : array->rank == 1 ? "," : "";
    used += (size_t)snprintf(text + used, sizeof text - used, "%zu%s", array->dims[i], separator);
  }
  used += (size_t)snprintf(text + used, sizeof text - used, "), }");
  size_t total = (PREFIX_BYTES + 2 + used + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  size_t length = total - PREFIX_BYTES - 2;
  fwrite(magic, 1, sizeof magic - 1, stream);
  fwrite((const uint8_t[]){1, 0, (uint8_t)length, (uint8_t)(length >> 8)}, 1, 4, stream);
  fprintf(stream, "%-*s\n", (int)length - 1, text);
}

bool mote_npy_write(const char *path, const mote_array *array, mote_host_error *error) {
  mote_file_output output;
  if (!mote_file_output_open(&output, path, error)) {
    return false;
  }
  write_header(output.stream, array);
  if (array->bytes) {
    fwrite(array->data, 1, array->bytes, output.stream);
  }
  return mote_file_output_commit(&output, error);
}
