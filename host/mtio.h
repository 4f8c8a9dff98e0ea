/* SPDX-License-Identifier: Apache-2.0 */
/* Golden files: the inputs and expected outputs of a model, and archives of them.
 *
 * MTIO: "MTIO", u32 version 1, u32 inputs, u32 outputs, u32 steps; for each tensor (inputs, then outputs) u32 element
 * type as in the TFLite schema, u32 rank, u32 dims[rank], u32 bytes; then for each step the elements of all inputs and
 * of all outputs, each padded to 4 bytes. Steps are to be run one after another on one instance.
 *
 * MTAR: "MTAR", u32 version 1, u32 entries, u32 0; for each entry char name[64] (zero terminated), u64 offset, u64
 * bytes; then the data, each at a multiple of 16.
 *
 * All numbers are little-endian. */
#ifndef MOTE_HOST_MTIO_H
#define MOTE_HOST_MTIO_H

#include "array.h"

enum { MOTE_MTAR_NAME_BYTES = 64 };

typedef struct {
  size_t input_count;
  size_t output_count;
  size_t step_count;
  size_t step_bytes;
  mote_array *tensors; /* owned; inputs, then outputs, as views of the first step */
} mote_mtio;

/* Checks the whole file. The arrays look at `bytes`, which have to stay. */
bool mote_mtio_parse(const void *bytes, size_t size, mote_mtio *file, mote_host_error *error);
void mote_mtio_free(mote_mtio *file);

/* Views; the indices must be in range. Elements may stand at any 4-byte boundary of the file. */
mote_array mote_mtio_input(const mote_mtio *file, size_t step, size_t index);
mote_array mote_mtio_output(const mote_mtio *file, size_t step, size_t index);

typedef struct {
  const uint8_t *bytes; /* the archive, which has to stay */
  size_t count;
} mote_mtar;

typedef struct {
  const char *name;
  const uint8_t *data; /* as aligned as the archive is, up to 16 bytes */
  size_t size;
} mote_mtar_entry;

/* Checks the whole table. */
bool mote_mtar_parse(const void *bytes, size_t size, mote_mtar *archive, mote_host_error *error);

mote_mtar_entry mote_mtar_get(const mote_mtar *archive, size_t index); /* index must be in range */
bool mote_mtar_find(const mote_mtar *archive, const char *name, mote_mtar_entry *entry);

#endif
