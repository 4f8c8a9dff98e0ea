/* SPDX-License-Identifier: Apache-2.0 */
/* Between real numbers and a tensor's elements. */
#include <string.h>

#include "mote/mote.h"

int32_t mote_zero_point(const mote_tensor *tensor, uint32_t channel) {
  if (tensor->zero_point_count == 0) {
    return 0;
  }
  const uint32_t *words = (const uint32_t *)tensor->zero_points + 2 * (tensor->zero_point_count == 1 ? 0 : channel);
  int32_t low = (int32_t)words[0], high = (int32_t)words[1];
  bool fits = high == (low < 0 ? -1 : 0);
  return fits ? low : high < 0 ? INT32_MIN : INT32_MAX;
}

static bool range_of(mote_type type, int32_t *min, int32_t *max) {
  *min = type == MOTE_INT8 ? INT8_MIN : type == MOTE_INT16 ? INT16_MIN : 0;
  *max = type == MOTE_INT8 ? INT8_MAX : type == MOTE_INT16 ? INT16_MAX : UINT8_MAX;
  return type == MOTE_INT8 || type == MOTE_INT16 || type == MOTE_UINT8;
}

static int32_t load(const mote_tensor *tensor, size_t i) {
  return tensor->type == MOTE_INT16  ? ((const int16_t *)tensor->data)[i]
         : tensor->type == MOTE_INT8 ? ((const int8_t *)tensor->data)[i]
                                     : ((const uint8_t *)tensor->data)[i];
}

static void store(const mote_tensor *tensor, size_t i, int32_t element) {
  if (tensor->type == MOTE_INT16) {
    ((int16_t *)tensor->data)[i] = (int16_t)element;
  } else {
    ((uint8_t *)tensor->data)[i] = (uint8_t)element;
  }
}

static mote_status check(const mote_tensor *tensor, size_t count) {
  int32_t min, max;
  bool is_integer = range_of(tensor->type, &min, &max);
  if (!is_integer && tensor->type != MOTE_FLOAT32) {
    return MOTE_TYPE;
  }
  if (tensor->data == NULL || count > tensor->bytes / mote_type_bytes(tensor->type, 1)) {
    return MOTE_ARGUMENT;
  }
  /* A tensor that no operator has looked at may say anything. */
  bool is_quantized =
      tensor->scale_count == 1 && tensor->scale[0] > 0 && tensor->zero_point >= min && tensor->zero_point <= max;
  return is_integer && !is_quantized ? MOTE_QUANTIZATION : MOTE_OK;
}

/* To the nearest integer, ties away from zero, and within the limits; NaN is 0. */
static int32_t round_to(float x, int32_t min, int32_t max) {
  if (x >= (float)max) {
    return max;
  }
  if (x <= (float)min) {
    return min;
  }
  int32_t whole = x == x ? (int32_t)x : 0;
  float rest = x - (float)whole;
  return whole + (rest >= 0.5f) - (rest <= -0.5f);
}

mote_status mote_quantize(const mote_tensor *tensor, const float *values, size_t count) {
  mote_status status = tensor->is_constant ? MOTE_CONSTANT : check(tensor, count);
  if (status != MOTE_OK) {
    return status;
  }
  if (tensor->type == MOTE_FLOAT32) {
    memcpy(tensor->data, values, count * sizeof *values);
    return MOTE_OK;
  }
  int32_t min, max, zero_point = tensor->zero_point;
  range_of(tensor->type, &min, &max);
  for (size_t i = 0; i < count; i++) {
    int32_t steps = round_to(values[i] / tensor->scale[0], min - zero_point, max - zero_point);
    store(tensor, i, steps + zero_point);
  }
  return MOTE_OK;
}

mote_status mote_dequantize(const mote_tensor *tensor, float *values, size_t count) {
  mote_status status = check(tensor, count);
  if (status != MOTE_OK) {
    return status;
  }
  if (tensor->type == MOTE_FLOAT32) {
    memcpy(values, tensor->data, count * sizeof *values);
    return MOTE_OK;
  }
  for (size_t i = 0; i < count; i++) {
    values[i] = tensor->scale[0] * (float)(load(tensor, i) - tensor->zero_point);
  }
  return MOTE_OK;
}
