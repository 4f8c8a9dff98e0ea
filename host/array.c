/* SPDX-License-Identifier: Apache-2.0 */
#include "array.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the readers take little-endian data for the host's own");

typedef enum { KIND_SIGNED, KIND_UNSIGNED, KIND_FLOAT } element_kind;

typedef struct {
  const char *name;
  uint8_t bytes;
  element_kind kind;
  int64_t least; /* integers: the range */
  uint64_t greatest;
} element_info;

static const element_info elements[] = {
    [MOTE_ARRAY_FLOAT32] = {"float32", 4, KIND_FLOAT, 0, 0},
    [MOTE_ARRAY_FLOAT16] = {"float16", 2, KIND_FLOAT, 0, 0},
    [MOTE_ARRAY_INT32] = {"int32", 4, KIND_SIGNED, INT32_MIN, INT32_MAX},
    [MOTE_ARRAY_UINT8] = {"uint8", 1, KIND_UNSIGNED, 0, UINT8_MAX},
    [MOTE_ARRAY_INT64] = {"int64", 8, KIND_SIGNED, INT64_MIN, INT64_MAX},
    [MOTE_ARRAY_BOOL] = {"bool", 1, KIND_UNSIGNED, 0, 1},
    [MOTE_ARRAY_INT16] = {"int16", 2, KIND_SIGNED, INT16_MIN, INT16_MAX},
    [MOTE_ARRAY_INT8] = {"int8", 1, KIND_SIGNED, INT8_MIN, INT8_MAX},
    [MOTE_ARRAY_FLOAT64] = {"float64", 8, KIND_FLOAT, 0, 0},
    [MOTE_ARRAY_UINT64] = {"uint64", 8, KIND_UNSIGNED, 0, UINT64_MAX},
    [MOTE_ARRAY_UINT32] = {"uint32", 4, KIND_UNSIGNED, 0, UINT32_MAX},
    [MOTE_ARRAY_UINT16] = {"uint16", 2, KIND_UNSIGNED, 0, UINT16_MAX},
};

static const element_info *info_of(mote_array_type type) {
  static const element_info none = {0};
  return (size_t)type < sizeof elements / sizeof elements[0] ? &elements[type] : &none;
}

size_t mote_array_type_bytes(mote_array_type type) {
  return info_of(type)->bytes;
}

const char *mote_array_type_name(mote_array_type type) {
  return info_of(type)->name;
}

bool mote_array_type_is_float(mote_array_type type) {
  return info_of(type)->kind == KIND_FLOAT;
}

/* Fills in type and shape, and computes the size without overflow. */
static bool set_shape(mote_array *array, mote_array_type type, size_t rank, const size_t *dims,
                      mote_host_error *error) {
  *array = (mote_array){.type = type, .rank = rank, .bytes = mote_array_type_bytes(type)};
  if (array->bytes == 0) {
    return MOTE_HOST_FAIL(error, "element type %d is not supported", (int)type);
  }
  if (rank > MOTE_ARRAY_MAX_RANK) {
    return MOTE_HOST_FAIL(error, "an array of %zu dimensions; the limit is %d", rank, MOTE_ARRAY_MAX_RANK);
  }
  bool empty = false;
  for (size_t i = 0; i < rank; i++) {
    array->dims[i] = dims[i];
    empty = empty || dims[i] == 0;
  }
  for (size_t i = 0; i < rank && !empty; i++) {
    if (array->bytes > PTRDIFF_MAX / dims[i]) {
      return MOTE_HOST_FAIL(error, "the shape %s is too large", mote_shape_to_text(rank, dims).text);
    }
    array->bytes *= dims[i];
  }
  if (empty) {
    array->bytes = 0;
  }
  return true;
}

bool mote_array_create(mote_array *array, mote_array_type type, size_t rank, const size_t *dims,
                       mote_host_error *error) {
  if (!set_shape(array, type, rank, dims, error)) {
    return false;
  }
  array->data = mote_host_alloc(array->bytes, 1, error);
  array->owned = array->data != NULL;
  return array->owned;
}

bool mote_array_view(mote_array *array, mote_array_type type, size_t rank, const size_t *dims, const void *data,
                     size_t bytes, mote_host_error *error) {
  if (!set_shape(array, type, rank, dims, error)) {
    return false;
  }
  if (array->bytes != bytes) {
    return MOTE_HOST_FAIL(error, "%zu bytes of data, but %s %s takes %zu", bytes, mote_array_type_name(type),
                          mote_shape_to_text(rank, dims).text, array->bytes);
  }
  memcpy(&array->data, &data, sizeof data); /* a view of constant data is only read, see array.h */
  return true;
}

mote_array mote_array_row(const mote_array *array, size_t index) {
  mote_array row = {.type = array->type, .rank = array->rank - 1, .bytes = array->bytes / array->dims[0]};
  memcpy(row.dims, array->dims + 1, row.rank * sizeof row.dims[0]);
  row.data = (uint8_t *)array->data + index * row.bytes;
  return row;
}

void mote_array_free(mote_array *array) {
  if (array->owned) {
    free(array->data);
  }
  *array = (mote_array){0};
}

size_t mote_array_count(const mote_array *array) {
  size_t element_bytes = mote_array_type_bytes(array->type);
  return element_bytes ? array->bytes / element_bytes : 0;
}

bool mote_array_reshape(mote_array *array, size_t rank, const size_t *dims, mote_host_error *error) {
  mote_array shape;
  if (!set_shape(&shape, array->type, rank, dims, error)) {
    return false;
  }
  if (shape.bytes != array->bytes) {
    return MOTE_HOST_FAIL(error, "the shape %s does not become %s", mote_shape_to_text(array->rank, array->dims).text,
                          mote_shape_to_text(rank, dims).text);
  }
  shape.data = array->data;
  shape.owned = array->owned;
  *array = shape;
  return true;
}

/* One element of any type, exactly. */
typedef struct {
  element_kind kind;
  union {
    int64_t i;
    uint64_t u;
    double f;
  } as;
} number;

static double half_to_double(uint16_t half) {
  int exponent = half >> 10 & 31;
  int fraction = half & 1023;
  double magnitude;
  if (exponent == 31) {
    magnitude = fraction ? (double)NAN : (double)INFINITY;
  } else if (exponent == 0) {
    magnitude = ldexp(fraction, -24);
  } else {
    magnitude = ldexp(fraction + 1024, exponent - 25);
  }
  return half & 0x8000 ? -magnitude : magnitude;
}

/* Rounds once, to nearest even. A carry out of the fraction moves into the exponent by itself. */
static uint16_t half_from_double(double value) {
  unsigned sign = signbit(value) ? 0x8000 : 0;
  double magnitude = fabs(value);
  if (isnan(value)) {
    return (uint16_t)(sign | 0x7e00);
  }
  if (magnitude >= 65520.0) {
    return (uint16_t)(sign | 0x7c00);
  }
  int exponent;
  frexp(magnitude, &exponent);
  int biased = magnitude < 0x1p-14 ? 0 : exponent + 13;
  return (uint16_t)(sign | (unsigned)((biased << 10) + (int)rint(ldexp(magnitude, 24 - biased))));
}

static number load(mote_array_type type, const void *from) {
  const element_info *info = info_of(type);
  number n = {.kind = info->kind};
  uint64_t bits = 0;
  float single;
  memcpy(&bits, from, info->bytes); /* little-endian: the low bytes come first */
  switch (info->kind) {
  case KIND_UNSIGNED: n.as.u = bits; break;
  case KIND_SIGNED: {
    uint64_t sign = 0 - (uint64_t)info->least;
    n.as.u = (bits ^ sign) - sign; /* extends the sign */
    break;
  }
  case KIND_FLOAT:
    memcpy(&single, &bits, sizeof single);
    if (type == MOTE_ARRAY_FLOAT64) {
      memcpy(&n.as.f, &bits, sizeof n.as.f);
    } else {
      n.as.f = type == MOTE_ARRAY_FLOAT32 ? (double)single : half_to_double((uint16_t)bits);
    }
  }
  return n;
}

static double to_double(number n) {
  if (n.kind == KIND_FLOAT) {
    return n.as.f;
  }
  return n.kind == KIND_SIGNED ? (double)n.as.i : (double)n.as.u;
}

/* The nearest integer of the range; its bits are those of the two's complement. */
static uint64_t to_integer(number n, const element_info *range, bool *clamped) {
  bool below = false;
  bool above = false;
  bool undefined = n.kind == KIND_FLOAT && isnan(n.as.f);
  if (undefined) {
    n.as.u = 0;
  } else if (n.kind == KIND_FLOAT) {
    double whole = rint(n.as.f);
    below = whole < (double)range->least;
    above = whole >= (double)range->greatest + 1.0; /* 2^63 and 2^64 where the limit itself is no double */
    if (!below && !above) {
      n.as.u = whole < 0 ? (uint64_t)(int64_t)whole : (uint64_t)whole;
    }
  } else if (n.kind == KIND_SIGNED && n.as.i < 0) {
    below = n.as.i < range->least;
  } else {
    above = n.as.u > range->greatest;
  }
  *clamped = below || above || undefined;
  return below ? (uint64_t)range->least : above ? range->greatest : n.as.u;
}

/* Returns whether the value had to be clamped. */
static bool store(mote_array_type type, number n, void *to) {
  bool clamped = false;
  if (type == MOTE_ARRAY_FLOAT32) {
    float value = n.kind == KIND_FLOAT ? (float)n.as.f : n.kind == KIND_SIGNED ? (float)n.as.i : (float)n.as.u;
    memcpy(to, &value, sizeof value);
  } else if (type == MOTE_ARRAY_FLOAT64) {
    double value = to_double(n);
    memcpy(to, &value, sizeof value);
  } else if (type == MOTE_ARRAY_FLOAT16) {
    uint16_t value = half_from_double(to_double(n));
    memcpy(to, &value, sizeof value);
  } else if (type == MOTE_ARRAY_BOOL) {
    *(uint8_t *)to = n.kind == KIND_FLOAT ? n.as.f != 0.0 : n.as.u != 0;
  } else {
    uint64_t value = to_integer(n, info_of(type), &clamped);
    memcpy(to, &value, mote_array_type_bytes(type));
  }
  return clamped;
}

double mote_array_get(const mote_array *array, size_t index) {
  return to_double(load(array->type, (const uint8_t *)array->data + index * mote_array_type_bytes(array->type)));
}

bool mote_array_convert(const mote_array *from, mote_array_type type, mote_array *to, size_t *clamped_count,
                        mote_host_error *error) {
  if (!mote_array_create(to, type, from->rank, from->dims, error)) {
    return false;
  }
  const uint8_t *source = from->data;
  uint8_t *target = to->data;
  size_t clamped = 0;
  for (size_t i = mote_array_count(from); i > 0; i--) {
    clamped += store(type, load(from->type, source), target);
    source += mote_array_type_bytes(from->type);
    target += mote_array_type_bytes(type);
  }
  if (clamped_count) {
    *clamped_count = clamped;
  }
  return true;
}

mote_shape_text mote_shape_to_text(size_t rank, const size_t *dims) {
  mote_shape_text shape = {"scalar"};
  size_t used = 0;
  for (size_t i = 0; i < rank && used < sizeof shape.text; i++) {
    int written = snprintf(shape.text + used, sizeof shape.text - used, "%s%zu", i ? "x" : "", dims[i]);
    used += (size_t)written;
  }
  return shape;
}

void mote_array_list_free(mote_array_list *list) {
  for (size_t i = 0; i < list->count; i++) {
    free(list->items[i].name);
    mote_array_free(&list->items[i].array);
  }
  free(list->items);
  *list = (mote_array_list){0};
}
