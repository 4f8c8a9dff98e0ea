/* SPDX-License-Identifier: Apache-2.0 */
#include "cast.h"

#include "../common/load.h"

/* Element `i`, sign- or zero-extended. */
static int64_t load(const void *x, int32_t i, mote_integer_kind kind) {
  switch (kind) {
  case -1:
    return ((const int8_t *)x)[i];
  case -2:
    return ((const int16_t *)x)[i];
  case 2:
    return ((const uint16_t *)x)[i];
  case -4:
    return ((const int32_t *)x)[i];
  case 4:
    return ((const uint32_t *)x)[i];
  case -8:
  case 8:
    return mote_load64((const uint8_t *)x + 8 * i);
  default:
    return ((const uint8_t *)x)[i];
  }
}

static void store(void *y, int32_t i, mote_integer_kind kind, int64_t value) {
  switch (kind) {
  case 0:
    ((uint8_t *)y)[i] = value != 0;
    break;
  case -1:
  case 1:
    ((uint8_t *)y)[i] = (uint8_t)value;
    break;
  case -2:
  case 2:
    ((uint16_t *)y)[i] = (uint16_t)value;
    break;
  case -4:
  case 4:
    ((uint32_t *)y)[i] = (uint32_t)value;
    break;
  default:
    ((uint64_t *)y)[i] = (uint64_t)value;
    break;
  }
}

void mote_cast_int_c(const mote_cast_params *p, const void *x, void *y) {
  for (int32_t i = 0; i < p->count; i++) {
    store(y, i, p->to, load(x, i, p->from));
  }
}

void mote_cast_int_f32_c(const mote_cast_params *p, const void *x, float *y) {
  for (int32_t i = 0; i < p->count; i++) {
    int64_t value = load(x, i, p->from);
    y[i] = p->from == 8 ? (float)(uint64_t)value : (float)value;
  }
}

/* Toward zero, to [-2^(bits - 1), 2^(bits - 1)) or [0, 2^bits). */
static int64_t to_integer(float x, mote_integer_kind kind) {
  int32_t bits = 8 * (kind < 0 ? -kind : kind) - (kind < 0);
  float limit = mote_float_from_bits((uint32_t)(127 + bits) << 23); /* 2^bits */
  if (!(x > (kind < 0 ? -limit : -1.0f))) {
    return kind < 0 && x == x ? -(int64_t)((uint64_t)1 << (bits - 1)) - (int64_t)((uint64_t)1 << (bits - 1)) : 0;
  }
  if (x >= limit) {
    return bits == 64 ? -1 : (int64_t)(((uint64_t)1 << bits) - 1);
  }
  return bits == 64 ? (int64_t)(uint64_t)x : (int64_t)x;
}

void mote_cast_f32_int_c(const mote_cast_params *p, const float *x, void *y) {
  for (int32_t i = 0; i < p->count; i++) {
    store(y, i, p->to, p->to == 0 ? x[i] != 0.0f : to_integer(x[i], p->to));
  }
}
