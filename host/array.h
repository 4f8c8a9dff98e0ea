/* SPDX-License-Identifier: Apache-2.0 */
/* N-dimensional arrays on the host: what the file readers make and the writers take. */
#ifndef MOTE_HOST_ARRAY_H
#define MOTE_HOST_ARRAY_H

#include "error.h"

#include <stdint.h>

/* Element types, numbered as in the TensorType enumeration of the TFLite schema. */
typedef enum {
  MOTE_ARRAY_FLOAT32 = 0,
  MOTE_ARRAY_FLOAT16 = 1,
  MOTE_ARRAY_INT32 = 2,
  MOTE_ARRAY_UINT8 = 3,
  MOTE_ARRAY_INT64 = 4,
  MOTE_ARRAY_BOOL = 6, /* one byte, 0 or 1 */
  MOTE_ARRAY_INT16 = 7,
  MOTE_ARRAY_INT8 = 9,
  MOTE_ARRAY_FLOAT64 = 10,
  MOTE_ARRAY_UINT64 = 12,
  MOTE_ARRAY_UINT32 = 15,
  MOTE_ARRAY_UINT16 = 16
} mote_array_type;

enum { MOTE_ARRAY_MAX_RANK = 16 };

/* Elements stand in C order (the last dimension runs fastest) without gaps, in the host's byte order. */
typedef struct {
  mote_array_type type;
  size_t rank; /* 0: a scalar, one element */
  size_t dims[MOTE_ARRAY_MAX_RANK];
  size_t bytes;
  void
      *data; /* owned: aligned for the type. A view: as the bytes it looks at, so read it by memcpy or mote_array_get */
  bool owned; /* a view (false) must not outlive what it looks at, nor be written to where that is read-only */
} mote_array;

/* Bytes an element takes, and its name ("int8"); 0 and NULL for a number that is none of mote_array_type. */
size_t mote_array_type_bytes(mote_array_type type);
const char *mote_array_type_name(mote_array_type type);
bool mote_array_type_is_float(mote_array_type type);

/* An array of zeros. `dims` has `rank` elements. */
bool mote_array_create(mote_array *array, mote_array_type type, size_t rank, const size_t *dims,
                       mote_host_error *error);

/* Looks at existing data, whose size has to be what the shape takes exactly. */
bool mote_array_view(mote_array *array, mote_array_type type, size_t rank, const size_t *dims, const void *data,
                     size_t bytes, mote_host_error *error);

/* A view of element `index` of the first dimension. Rank must not be 0, index must be below dims[0]. */
mote_array mote_array_row(const mote_array *array, size_t index);

/* Frees what the array owns and clears it. */
void mote_array_free(mote_array *array);

size_t mote_array_count(const mote_array *array); /* elements */

/* Gives the array another shape with as many elements. */
bool mote_array_reshape(mote_array *array, size_t rank, const size_t *dims, mote_host_error *error);

/* Element `index` in C order; a 64-bit integer beyond 2^53 is rounded. */
double mote_array_get(const mote_array *array, size_t index);

/* A new array of another type. A value outside an integer type becomes the type's nearest limit and NaN becomes 0;
 * `*clamped_count` (unless NULL) says how many did. Fractions round to the nearest integer, ties to even; to bool,
 * all but 0 is 1. Values too large for float16 or float32 become infinite. */
bool mote_array_convert(const mote_array *from, mote_array_type type, mote_array *to, size_t *clamped_count,
                        mote_host_error *error);

/* "1x96x96x1" for messages; "scalar" for rank 0. */
typedef struct {
  char text[128];
} mote_shape_text;
mote_shape_text mote_shape_to_text(size_t rank, const size_t *dims);

/* Arrays with names, as an archive holds them. */
typedef struct {
  char *name; /* owned */
  mote_array array;
} mote_named_array;

typedef struct {
  size_t count;
  mote_named_array *items; /* owned */
} mote_array_list;

void mote_array_list_free(mote_array_list *list);

#endif
