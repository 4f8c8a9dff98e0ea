/* SPDX-License-Identifier: Apache-2.0 */
#include "mtio.h"

#include <stdlib.h>
#include <string.h>

enum { MTIO_HEADER_BYTES = 20, MTIO_TENSOR_BYTES = 12, MTAR_HEADER_BYTES = 16, MTAR_ENTRY_BYTES = 80 };

static uint32_t load_u32(const uint8_t *bytes) {
  uint32_t value;
  memcpy(&value, bytes, sizeof value);
  return value;
}

static uint64_t load_u64(const uint8_t *bytes) {
  uint64_t value;
  memcpy(&value, bytes, sizeof value);
  return value;
}

static size_t padded(size_t bytes) {
  return (bytes + 3) & ~(size_t)3;
}

static bool check_version(const char *name, const uint8_t *bytes, size_t size, size_t header_bytes,
                          mote_host_error *error) {
  if (size < 4 || memcmp(bytes, name, 4) != 0) {
    return MOTE_HOST_FAIL(error, "this is not a %s file", name);
  }
  if (size < header_bytes) {
    return MOTE_HOST_FAIL(error, "truncated %s header at byte %zu", name, size);
  }
  if (load_u32(bytes + 4) != 1) {
    return MOTE_HOST_FAIL(error, "%s version %u is not supported", name, (unsigned)load_u32(bytes + 4));
  }
  return true;
}

typedef struct {
  const uint8_t *bytes;
  size_t size;
  size_t at;
  mote_host_error *error;
} mtio_reader;

/* Moves over `bytes` of the file, if they are there. */
static const uint8_t *take(mtio_reader *reader, size_t bytes) {
  if (bytes > reader->size - reader->at) {
    mote_host_set_error(reader->error, "truncated MTIO file at byte %zu", reader->size);
    return NULL;
  }
  reader->at += bytes;
  return reader->bytes + reader->at - bytes;
}

/* The data pointer is set later: it comes after all descriptors. */
static bool read_descriptor(mtio_reader *reader, mote_array *tensor) {
  size_t dims[MOTE_ARRAY_MAX_RANK] = {0};
  size_t at = reader->at;
  const uint8_t *head = take(reader, 8);
  if (!head) {
    return false;
  }
  uint32_t type = load_u32(head);
  size_t rank = load_u32(head + 4);
  if (rank > MOTE_ARRAY_MAX_RANK) {
    return MOTE_HOST_FAIL(reader->error, "a tensor of %zu dimensions at byte %zu; the limit is %d", rank, at,
                          MOTE_ARRAY_MAX_RANK);
  }
  const uint8_t *rest = take(reader, 4 * rank + 4);
  if (!rest) {
    return false;
  }
  for (size_t i = 0; i < rank; i++) {
    dims[i] = load_u32(rest + 4 * i);
  }
  return mote_array_view(tensor, (mote_array_type)type, rank, dims, NULL, load_u32(rest + 4 * rank), reader->error);
}

static bool read_descriptors(mtio_reader *reader, mote_mtio *file) {
  size_t count = file->input_count + file->output_count;
  if (count > (reader->size - reader->at) / MTIO_TENSOR_BYTES) {
    return MOTE_HOST_FAIL(reader->error, "truncated MTIO file: no room for %zu tensors", count);
  }
  file->tensors = mote_host_alloc(count, sizeof *file->tensors, reader->error);
  if (!file->tensors) {
    return false;
  }
  for (size_t i = 0; i < count; i++) {
    if (!read_descriptor(reader, &file->tensors[i])) {
      return false;
    }
    file->step_bytes += padded(file->tensors[i].bytes);
    if (file->step_bytes > reader->size) {
      return MOTE_HOST_FAIL(reader->error, "truncated MTIO file: a step takes %zu bytes or more", file->step_bytes);
    }
  }
  return true;
}

static bool place_steps(mtio_reader *reader, mote_mtio *file) {
  size_t left = reader->size - reader->at;
  if (file->step_count == 0 || file->step_bytes == 0) {
    return MOTE_HOST_FAIL(reader->error, "the MTIO file holds no data: %zu steps of %zu bytes", file->step_count,
                          file->step_bytes);
  }
  if (left / file->step_bytes != file->step_count || left % file->step_bytes != 0) {
    return MOTE_HOST_FAIL(reader->error, "%zu bytes follow the MTIO header, but %zu steps take %zu each", left,
                          file->step_count, file->step_bytes);
  }
  for (size_t i = 0; i < file->input_count + file->output_count; i++) {
    const mote_array tensor = file->tensors[i];
    const uint8_t *data = take(reader, padded(tensor.bytes));
    if (!data ||
        !mote_array_view(&file->tensors[i], tensor.type, tensor.rank, tensor.dims, data, tensor.bytes, reader->error)) {
      return false;
    }
  }
  return true;
}

bool mote_mtio_parse(const void *bytes, size_t size, mote_mtio *file, mote_host_error *error) {
  mtio_reader reader = {.bytes = bytes, .size = size, .at = MTIO_HEADER_BYTES, .error = error};
  *file = (mote_mtio){0};
  if (!check_version("MTIO", bytes, size, MTIO_HEADER_BYTES, error)) {
    return false;
  }
  file->input_count = load_u32(reader.bytes + 8);
  file->output_count = load_u32(reader.bytes + 12);
  file->step_count = load_u32(reader.bytes + 16);
  if (read_descriptors(&reader, file) && place_steps(&reader, file)) {
    return true;
  }
  mote_mtio_free(file);
  return false;
}

void mote_mtio_free(mote_mtio *file) {
  free(file->tensors);
  *file = (mote_mtio){0};
}

mote_array mote_mtio_input(const mote_mtio *file, size_t step, size_t index) {
  mote_array tensor = file->tensors[index];
  tensor.data = (uint8_t *)tensor.data + step * file->step_bytes;
  return tensor;
}

mote_array mote_mtio_output(const mote_mtio *file, size_t step, size_t index) {
  return mote_mtio_input(file, step, file->input_count + index);
}

bool mote_mtar_parse(const void *bytes, size_t size, mote_mtar *archive, mote_host_error *error) {
  *archive = (mote_mtar){0};
  if (!check_version("MTAR", bytes, size, MTAR_HEADER_BYTES, error)) {
    return false;
  }
  const uint8_t *table = (const uint8_t *)bytes + MTAR_HEADER_BYTES;
  size_t count = load_u32((const uint8_t *)bytes + 8);
  if (count > (size - MTAR_HEADER_BYTES) / MTAR_ENTRY_BYTES) {
    return MOTE_HOST_FAIL(error, "truncated MTAR archive: no room for %zu entries", count);
  }
  for (size_t i = 0; i < count; i++) {
    const uint8_t *entry = table + i * MTAR_ENTRY_BYTES;
    uint64_t offset = load_u64(entry + MOTE_MTAR_NAME_BYTES);
    uint64_t entry_bytes = load_u64(entry + MOTE_MTAR_NAME_BYTES + 8);
    if (!memchr(entry, '\0', MOTE_MTAR_NAME_BYTES)) {
      return MOTE_HOST_FAIL(error, "MTAR entry %zu has a name without an end", i);
    }
    if (offset % 16 != 0 || offset > size || entry_bytes > size - offset) {
      return MOTE_HOST_FAIL(error, "MTAR entry %zu, %s, does not lie within the archive", i, (const char *)entry);
    }
  }
  archive->bytes = bytes;
  archive->count = count;
  return true;
}

mote_mtar_entry mote_mtar_get(const mote_mtar *archive, size_t index) {
  const uint8_t *entry = archive->bytes + MTAR_HEADER_BYTES + index * MTAR_ENTRY_BYTES;
  return (mote_mtar_entry){
      .name = (const char *)entry,
      .data = archive->bytes + load_u64(entry + MOTE_MTAR_NAME_BYTES),
      .size = load_u64(entry + MOTE_MTAR_NAME_BYTES + 8),
  };
}

bool mote_mtar_find(const mote_mtar *archive, const char *name, mote_mtar_entry *entry) {
  for (size_t i = 0; i < archive->count; i++) {
    *entry = mote_mtar_get(archive, i);
    if (strcmp(entry->name, name) == 0) {
      return true;
    }
  }
  return false;
}
