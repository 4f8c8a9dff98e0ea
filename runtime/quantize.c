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

static bool range_of(mote_type type, float *min, float *max) {
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
  float min, max;
  bool quantized = range_of(tensor->type, &min, &max) && tensor->scale_count == 1;
  if (!quantized && tensor->type != MOTE_FLOAT32) {
    return MOTE_TYPE;
  }
  return tensor->data == NULL || count > tensor->bytes / mote_type_bytes(tensor->type, 1) ? MOTE_ARGUMENT : MOTE_OK;
}

mote_status mote_quantize(const mote_tensor *tensor, const float *values, size_t count) {
  mote_status status = check(tensor, count);
  if (status != MOTE_OK) {
    return status;
  }
  if (tensor->type == MOTE_FLOAT32) {
    memcpy(tensor->data, values, count * sizeof *values);
    return MOTE_OK;
  }
  float min, max;
  range_of(tensor->type, &min, &max);
  for (size_t i = 0; i < count; i++) {
    float steps = values[i] / tensor->scale[0];
    float element = (float)tensor->zero_point;
    /* Clamped before the conversion, which is undefined outside the range of int32; NaN becomes the zero point. */
    if (steps + element >= max) {
      element = max;
    } else if (steps + element <= min) {
      element = min;
    } else if (steps == steps) {
      element += (float)(int32_t)(steps < 0 ? steps - 0.5f : steps + 0.5f);
    }
    store(tensor, i, (int32_t)element);
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
