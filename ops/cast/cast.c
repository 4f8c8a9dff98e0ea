/* SPDX-License-Identifier: Apache-2.0 */
#include "cast.h"

#include "../common/convert.h"
#include "../common/load.h"

enum { BLOCK = 16 };

#define EACH(statement)                 \
  for (int32_t i = 0; i < count; i++) { \
    statement;                          \
  }                                     \
  break

/* Element `first` and those after it. */
static void load_ints(int type, const void *x, int32_t first, int32_t count, int64_t *block) {
  switch (type) {
  case MOTE_INT8: EACH(block[i] = ((const int8_t *)x)[first + i]);
  case MOTE_INT16: EACH(block[i] = ((const int16_t *)x)[first + i]);
  case MOTE_UINT16: EACH(block[i] = ((const uint16_t *)x)[first + i]);
  case MOTE_INT32: EACH(block[i] = ((const int32_t *)x)[first + i]);
  case MOTE_UINT32: EACH(block[i] = ((const uint32_t *)x)[first + i]);
  case MOTE_INT64: EACH(block[i] = ((const mote_int64 *)x)[first + i]);
  default: /* uint8, bool */ EACH(block[i] = ((const uint8_t *)x)[first + i]);
  }
}

static void store_ints(int type, void *y, int32_t first, int32_t count, const int64_t *block) {
  switch (type) {
  case MOTE_BOOL: EACH(((uint8_t *)y)[first + i] = block[i] != 0);
  case MOTE_INT16:
  case MOTE_UINT16: EACH(((uint16_t *)y)[first + i] = (uint16_t)block[i]);
  case MOTE_INT32:
  case MOTE_UINT32: EACH(((uint32_t *)y)[first + i] = (uint32_t)block[i]);
  case MOTE_INT64: EACH(((mote_int64 *)y)[first + i] = block[i]);
  default: /* int8, uint8 */ EACH(((uint8_t *)y)[first + i] = (uint8_t)block[i]);
  }
}

static void load_floats(int type, const void *x, int32_t first, int32_t count, float *block) {
  for (int32_t i = 0; i < count; i++) {
    block[i] =
        type == MOTE_FLOAT16 ? mote_half_to_float(((const uint16_t *)x)[first + i]) : ((const float *)x)[first + i];
  }
}

static void store_floats(int type, void *y, int32_t first, int32_t count, const float *block) {
  for (int32_t i = 0; i < count; i++) {
    if (type == MOTE_FLOAT16) {
      ((uint16_t *)y)[first + i] = mote_float_to_half(block[i]);
    } else {
      ((float *)y)[first + i] = block[i];
    }
  }
}

static int32_t block_count(int32_t count, int32_t first) {
  return count - first < BLOCK ? count - first : BLOCK;
}

void mote_cast_int_int_c(const mote_cast_params *p, int32_t count, const void *x, void *y) {
  for (int32_t first = 0; first < count; first += BLOCK) {
    int64_t block[BLOCK];
    int32_t block_size = block_count(count, first);
    load_ints(p->x_type, x, first, block_size, block);
    store_ints(p->y_type, y, first, block_size, block);
  }
}

void mote_cast_int_float_c(const mote_cast_params *p, int32_t count, const void *x, void *y) {
  for (int32_t first = 0; first < count; first += BLOCK) {
    int64_t ints[BLOCK];
    float floats[BLOCK];
    int32_t block_size = block_count(count, first);
    load_ints(p->x_type, x, first, block_size, ints);
    for (int32_t i = 0; i < block_size; i++) {
      floats[i] = (float)ints[i];
    }
    store_floats(p->y_type, y, first, block_size, floats);
  }
}

void mote_cast_float_int_c(const mote_cast_params *p, int32_t count, const void *x, void *y) {
  const bool is_signed = p->y_type == MOTE_INT8 || p->y_type == MOTE_INT16 || p->y_type == MOTE_INT32;
  const int32_t bits = (int32_t)mote_type_bytes((mote_type)p->y_type, 1) * 8 - (is_signed ? 1 : 0);
  const int64_t max = p->y_type == MOTE_INT64 ? INT64_MAX : ((int64_t)1 << bits) - 1;
  const int64_t min = p->y_type == MOTE_INT64 ? INT64_MIN : is_signed ? -max - 1 : 0;
  for (int32_t first = 0; first < count; first += BLOCK) {
    float floats[BLOCK];
    int64_t ints[BLOCK];
    int32_t block_size = block_count(count, first);
    load_floats(p->x_type, x, first, block_size, floats);
    for (int32_t i = 0; i < block_size; i++) {
      int64_t value = p->y_type == MOTE_BOOL ? floats[i] != 0.0f : mote_float_to_s64(floats[i]);
      ints[i] = value < min ? min : value > max ? max : value;
    }
    store_ints(p->y_type, y, first, block_size, ints);
  }
}

void mote_cast_float_float_c(const mote_cast_params *p, int32_t count, const void *x, void *y) {
  for (int32_t first = 0; first < count; first += BLOCK) {
    float block[BLOCK];
    int32_t block_size = block_count(count, first);
    load_floats(p->x_type, x, first, block_size, block);
    store_floats(p->y_type, y, first, block_size, block);
  }
}
