/* SPDX-License-Identifier: Apache-2.0 */
#include "tensor.h"

#include <string.h>

bool mote_tensor_array_type(mote_type type, mote_array_type *array_type) {
  static const struct {
    mote_type type;
    mote_array_type array_type;
  } types[] = {
      {MOTE_FLOAT32, MOTE_ARRAY_FLOAT32}, {MOTE_FLOAT16, MOTE_ARRAY_FLOAT16}, {MOTE_INT4, MOTE_ARRAY_INT8},
      {MOTE_INT8, MOTE_ARRAY_INT8},       {MOTE_INT16, MOTE_ARRAY_INT16},     {MOTE_INT32, MOTE_ARRAY_INT32},
      {MOTE_INT64, MOTE_ARRAY_INT64},     {MOTE_UINT8, MOTE_ARRAY_UINT8},     {MOTE_UINT16, MOTE_ARRAY_UINT16},
      {MOTE_UINT32, MOTE_ARRAY_UINT32},   {MOTE_UINT64, MOTE_ARRAY_UINT64},   {MOTE_BOOL, MOTE_ARRAY_BOOL},
  };
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
    if (types[i].type == type) {
      *array_type = types[i].array_type;
      return true;
    }
  }
  return false;
}

/* Two elements a byte, the low half first. */
static void unpack_int4(const uint8_t *from, size_t count, int8_t *to) {
  for (size_t i = 0; i < count; i++) {
    int nibble = i % 2 ? from[i / 2] >> 4 : from[i / 2] & 15;
    to[i] = (int8_t)((nibble ^ 8) - 8); /* extends the sign */
  }
}

bool mote_tensor_to_array(const mote_tensor *tensor, mote_array *array, mote_host_error *error) {
  size_t dims[MOTE_MAX_RANK] = {0};
  mote_array_type type;
  *array = (mote_array){0};
  if (!mote_tensor_array_type(tensor->type, &type)) {
    return MOTE_HOST_FAIL(error, "a tensor of type %s holds no numbers", mote_type_name(tensor->type));
  }
  if (!tensor->data) {
    return MOTE_HOST_FAIL(error, "the tensor has no data");
  }
  for (uint32_t i = 0; i < tensor->shape.rank; i++) {
    dims[i] = (size_t)tensor->shape.dims[i];
  }
  if (!mote_array_create(array, type, tensor->shape.rank, dims, error)) {
    return false;
  }
  if (tensor->type == MOTE_INT4) {
    unpack_int4(tensor->data, mote_array_count(array), array->data);
  } else {
    memcpy(array->data, tensor->data, array->bytes);
  }
  return true;
}
