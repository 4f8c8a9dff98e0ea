/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Comparisons: y = a <relation> b, bool; the inputs broadcast. Quantised inputs are compared after both are scaled as
 * the reference does it: 8 more bits, times the scale, rounded twice.
 */
#ifndef MOTE_OPS_COMMON_COMPARE_H
#define MOTE_OPS_COMMON_COMPARE_H

#include "binary.h"
#include "requant.h"

typedef struct mote_compare_params {
  mote_broadcast shape;
  int32_t a_multiplier, b_multiplier;
  int16_t a_zero_point, b_zero_point;
  int16_t a_shift, b_shift;
} mote_compare_params;

enum { MOTE_COMPARE_BITS = 8 };

mote_status mote_lower_compare_quantized(mote_lowering *l);

static inline int32_t mote_compare_scale(int32_t x, int32_t zero_point, int32_t multiplier, int32_t shift) {
  return mote_multiply((x - zero_point) * (1 << MOTE_COMPARE_BITS), multiplier, shift);
}

/* The kernels of operator `op` whose relation is the C operator `relation`. */
#define MOTE_COMPARE_KERNELS(op, relation)                                                                             \
  static inline uint8_t op##_f32(const mote_binary_params *p, float a, float b) {                                      \
    (void)p;                                                                                                           \
    return a relation b;                                                                                               \
  }                                                                                                                    \
  static inline uint8_t op##_s32(const mote_binary_params *p, int32_t a, int32_t b) {                                  \
    (void)p;                                                                                                           \
    return a relation b;                                                                                               \
  }                                                                                                                    \
  static inline uint8_t op##_s64(const mote_binary_params *p, int64_t a, int64_t b) {                                  \
    (void)p;                                                                                                           \
    return a relation b;                                                                                               \
  }                                                                                                                    \
  static inline uint8_t op##_quantized(const mote_compare_params *p, int32_t a, int32_t b) {                           \
    return mote_compare_scale(a, p->a_zero_point, p->a_multiplier, p->a_shift)                                         \
      relation mote_compare_scale(b, p->b_zero_point, p->b_multiplier, p->b_shift);                                    \
  }                                                                                                                    \
  MOTE_BINARY_KERNEL(mote_##op##_f32_c, mote_binary_params, float, float, uint8_t, op##_f32)                                  \
  MOTE_BINARY_KERNEL(mote_##op##_s32_c, mote_binary_params, int32_t, int32_t, uint8_t, op##_s32)                                \
  MOTE_BINARY_KERNEL(mote_##op##_s64_c, mote_binary_params, mote_int64, mote_int64, uint8_t, op##_s64)                             \
  MOTE_BINARY_KERNEL(mote_##op##_s8_c, mote_compare_params, int8_t, int8_t, uint8_t, op##_quantized)                           \
  MOTE_BINARY_KERNEL(mote_##op##_u8_c, mote_compare_params, uint8_t, uint8_t, uint8_t, op##_quantized)                          \
  MOTE_BINARY_KERNEL(mote_##op##_s16_c, mote_binary_params, int16_t, int16_t, uint8_t, op##_s32)

#define MOTE_COMPARE_PROTOTYPES(op)                                                                                    \
  void mote_##op##_f32_c(const mote_binary_params *p, int32_t count, const float *a, const float *b, uint8_t *y);      \
  void mote_##op##_s32_c(const mote_binary_params *p, int32_t count, const int32_t *a, const int32_t *b, uint8_t *y);  \
  void mote_##op##_s64_c(const mote_binary_params *p, int32_t count, const mote_int64 *a, const mote_int64 *b,         \
                         uint8_t *y);                                                                                  \
  void mote_##op##_s8_c(const mote_compare_params *p, int32_t count, const int8_t *a, const int8_t *b, uint8_t *y);    \
  void mote_##op##_u8_c(const mote_compare_params *p, int32_t count, const uint8_t *a, const uint8_t *b, uint8_t *y);  \
  void mote_##op##_s16_c(const mote_binary_params *p, int32_t count, const int16_t *a, const int16_t *b, uint8_t *y);

/* The operator and its descriptors, in <op>_lower.c. */
#define MOTE_COMPARE_DESCRIPTORS(op, op_name, op_code, op_options_type)                                                \
  static const mote_op op = {MOTE_BINARY_OP(op_name, op_code, op_options_type)};                                       \
  MOTE_BINARY_RUN(run_f32, mote_##op##_f32_c, uint8_t)                                                                 \
  MOTE_BINARY_RUN(run_s32, mote_##op##_s32_c, uint8_t)                                                                 \
  MOTE_BINARY_RUN(run_s64, mote_##op##_s64_c, uint8_t)                                                                 \
  MOTE_BINARY_RUN(run_s8, mote_##op##_s8_c, uint8_t)                                                                   \
  MOTE_BINARY_RUN(run_u8, mote_##op##_u8_c, uint8_t)                                                                   \
  MOTE_BINARY_RUN(run_s16, mote_##op##_s16_c, uint8_t)                                                                 \
  MOTE_BINARY_DESCRIPTOR(op##_f32, op, MOTE_FLOAT32, MOTE_BOOL, mote_binary_params, mote_lower_binary, run_f32);       \
  MOTE_BINARY_DESCRIPTOR(op##_s32, op, MOTE_INT32, MOTE_BOOL, mote_binary_params, mote_lower_binary, run_s32);         \
  MOTE_BINARY_DESCRIPTOR(op##_s64, op, MOTE_INT64, MOTE_BOOL, mote_binary_params, mote_lower_binary, run_s64);         \
  MOTE_BINARY_DESCRIPTOR(op##_s8, op, MOTE_INT8, MOTE_BOOL, mote_compare_params, mote_lower_compare_quantized,         \
                         run_s8);                                                                                      \
  MOTE_BINARY_DESCRIPTOR(op##_u8, op, MOTE_UINT8, MOTE_BOOL, mote_compare_params, mote_lower_compare_quantized,        \
                         run_u8);                                                                                      \
  MOTE_BINARY_DESCRIPTOR(op##_s16, op, MOTE_INT16, MOTE_BOOL, mote_binary_params, mote_lower_binary, run_s16);

#endif
