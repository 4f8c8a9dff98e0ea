/* SPDX-License-Identifier: Apache-2.0 */
/* EQUAL, NOT_EQUAL, GREATER, GREATER_EQUAL, LESS, LESS_EQUAL: y is 0 or 1; the inputs broadcast. */
#ifndef MOTE_OPS_COMMON_COMPARE_H
#define MOTE_OPS_COMMON_COMPARE_H

#include "binary.h"

/* Quantised inputs are compared as multiples of 2^-8, to which they are rounded: as the reference does it. */
typedef struct mote_compare_params {
  mote_broadcast shape;
  int32_t a_multiplier, b_multiplier; /* the input's scale = multiplier * 2^(shift - 31) */
  int8_t a_shift, b_shift;
  int16_t a_zero_point, b_zero_point, unused;
} mote_compare_params;

static inline int32_t mote_compare_a(const mote_compare_params *p, int32_t a) {
  return mote_multiply((a - p->a_zero_point) * (1 << 8), p->a_multiplier, p->a_shift);
}

static inline int32_t mote_compare_b(const mote_compare_params *p, int32_t b) {
  return mote_multiply((b - p->b_zero_point) * (1 << 8), p->b_multiplier, p->b_shift);
}

mote_status mote_lower_compare_quantized(mote_lowering *l);
/* The same for the order of int16, which TFLite compares as they are: right, and exact, where both scales are equal. */
mote_status mote_lower_compare_s16(mote_lowering *l);

/* The kernels mote_<name>_<type>_c of an operator of C. */
#define MOTE_COMPARE_KERNEL(name, suffix, type, operator)                              \
  static inline uint8_t name##_##suffix(const mote_binary_params *p, type a, type b) { \
    (void)p;                                                                           \
    return a operator b;                                                               \
  }                                                                                    \
  MOTE_BINARY_KERNEL(mote_##name##_##suffix##_c, mote_binary_params, type, type, uint8_t, name##_##suffix)

#define MOTE_COMPARE_QUANTIZED_KERNEL(name, suffix, type, operator)                     \
  static inline uint8_t name##_##suffix(const mote_compare_params *p, type a, type b) { \
    return mote_compare_a(p, a) operator mote_compare_b(p, b);                          \
  }                                                                                     \
  MOTE_BINARY_KERNEL(mote_##name##_##suffix##_c, mote_compare_params, type, type, uint8_t, name##_##suffix)

#define MOTE_COMPARE_KERNELS(name, operator)                  \
  MOTE_COMPARE_QUANTIZED_KERNEL(name, s8, int8_t, operator)   \
  MOTE_COMPARE_QUANTIZED_KERNEL(name, s16, int16_t, operator) \
  MOTE_COMPARE_KERNEL(name, f32, float, operator)             \
  MOTE_COMPARE_KERNEL(name, s32, int32_t, operator)           \
  MOTE_COMPARE_KERNEL(name, s64, mote_int64, operator)

/* Their descriptors, for the mote_op `op`. */
#define MOTE_COMPARE_DESCRIPTOR(name, suffix, type, params_type, lower) \
  MOTE_BINARY_RUN(run_##suffix, mote_##name##_##suffix, uint8_t)        \
  MOTE_BINARY_DESCRIPTOR(name##_##suffix, op, type, MOTE_BOOL, params_type, lower, run_##suffix)

#define MOTE_COMPARE_DESCRIPTORS(name, lower_s16)                                                  \
  MOTE_COMPARE_DESCRIPTOR(name, s8, MOTE_INT8, mote_compare_params, mote_lower_compare_quantized); \
  MOTE_COMPARE_DESCRIPTOR(name, s16, MOTE_INT16, mote_compare_params, lower_s16);                  \
  MOTE_COMPARE_DESCRIPTOR(name, f32, MOTE_FLOAT32, mote_binary_params, mote_lower_binary);         \
  MOTE_COMPARE_DESCRIPTOR(name, s32, MOTE_INT32, mote_binary_params, mote_lower_binary);           \
  MOTE_COMPARE_DESCRIPTOR(name, s64, MOTE_INT64, mote_binary_params, mote_lower_binary)

#endif
