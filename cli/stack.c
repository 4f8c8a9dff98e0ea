/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/stack.h"

#include "host/tensor.h"

#include <string.h>

static bool has_real_values(const mote_tensor *t) {
  return t->scale_count == 1 && (t->type == MOTE_INT8 || t->type == MOTE_UINT8 || t->type == MOTE_INT16);
}

bool mote_stack_create(mote_stack *stack, const mote_tensor *tensor, mote_stack_mode mode, size_t count,
                       bool dequantize, mote_host_error *error) {
  size_t dims[MOTE_MAX_RANK + 1] = {count}, rank = 0;
  bool first_is_one = tensor->shape.rank > 0 && tensor->shape.dims[0] == 1;
  bool replace_first = mode == MOTE_STACK_SAMPLES && first_is_one;
  rank = mode == MOTE_STACK_SINGLE ? 0 : 1;
  for (uint32_t d = replace_first ? 1 : 0; d < tensor->shape.rank; d++) {
    dims[rank++] = (size_t)tensor->shape.dims[d];
  }
  mote_array_type type;
  stack->dequantize = dequantize && has_real_values(tensor);
  if (!mote_tensor_array_type(tensor->type, &type)) {
    return MOTE_HOST_FAIL(error, "tensor %u: its type %s has no array type", tensor->index,
                          mote_type_name(tensor->type));
  }
  return mote_array_create(&stack->array, stack->dequantize ? MOTE_ARRAY_FLOAT32 : type, rank, dims, error);
}

bool mote_stack_store(mote_stack *stack, const mote_tensor *tensor, size_t index, size_t count,
                      mote_host_error *error) {
  size_t bytes = stack->array.bytes / count;
  uint8_t *to = (uint8_t *)stack->array.data + index * bytes;
  if (stack->dequantize) {
    mote_dequantize(tensor, (float *)(void *)to, bytes / sizeof(float));
    return true;
  }
  mote_array values;
  if (!mote_tensor_to_array(tensor, &values, error)) {
    return false;
  }
  memcpy(to, values.data, bytes);
  mote_array_free(&values);
  return true;
}

void mote_stack_free(mote_stack *stack) {
  mote_array_free(&stack->array);
}
