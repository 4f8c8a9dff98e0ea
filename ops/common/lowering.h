/* SPDX-License-Identifier: Apache-2.0 */
/* What the operators' lower() and infer() have in common. */
#ifndef MOTE_OPS_COMMON_LOWERING_H
#define MOTE_OPS_COMMON_LOWERING_H

#include "mote/kernel.h"
#include "requant.h"

/* Options that several operators have, for their tables. */
#define MOTE_OPTION_ACTIVATION(slot) \
  { MOTE_NAME("fused_activation_function"), slot, MOTE_OPTION_INT8, 0, 0, 3 }
#define MOTE_OPTION_PADDING(slot) \
  { MOTE_NAME("padding"), slot, MOTE_OPTION_INT8, 0, 0, 1 }

#define MOTE_COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* Bits of a float and back: lowering computes with mote_real, so that no soft float is linked. */
static inline uint32_t mote_float_bits(float value) {
  uint32_t bits;
  __builtin_memcpy(&bits, &value, sizeof bits);
  return bits;
}

static inline float mote_float_from_bits(uint32_t bits) {
  float value;
  __builtin_memcpy(&value, &bits, sizeof value);
  return value;
}

static inline float mote_option_float(const mote_lowering *l, uint32_t option) {
  return mote_float_from_bits((uint32_t)l->option[option]);
}

/* Number of elements, or the product of dims[first] to dims[end - 1]. */
uint32_t mote_shape_count(const mote_shape *shape);
uint32_t mote_shape_product(const mote_shape *shape, uint32_t first, uint32_t end);
bool mote_shape_equal(const mote_shape *a, const mote_shape *b);

/* infer() of the operators whose output has the shape of input 0. */
mote_status mote_infer_same(mote_lowering *l, uint32_t output, mote_shape *shape);

/* The constant elements of `t` as int32 (from int32 or int64), element `i`. */
int32_t mote_constant_int(const mote_tensor *t, uint32_t i);

/* Fails unless every scale of the tensor is a positive finite number and every zero point one of its type. */
mote_status mote_check_quantized(mote_lowering *l, const mote_tensor *t);
/* The same, and that there is one scale for the whole tensor. */
mote_status mote_check_per_tensor(mote_lowering *l, const mote_tensor *t);

/* The range of a quantised output under a fused activation, into q->min, max and y_offset. */
mote_status mote_lower_activation(mote_lowering *l, const mote_tensor *y, int32_t activation, mote_requant *q);
/* The range of a float under a fused activation. */
void mote_float_activation(int32_t activation, float *min, float *max);

/* How a scale for the sum of products x * w is derived: with the product in double, or rounded to float first. MOTE_WIDE
 * besides: for mote_multiply_wide(), which allows a smaller range. */
typedef enum mote_scale_form { MOTE_PRODUCT_DOUBLE = 0, MOTE_PRODUCT_FLOAT = 1, MOTE_WIDE = 2 } mote_scale_form;

/*
 * scale(x) * scale(w) / scale(y) for each of `channels` along dimension `dimension` of w (or one for all) as extra
 * operand `extra`: see mote_scale_shifts(). Sets q->per_channel and checks all three tensors' quantisation.
 */
mote_status mote_lower_scales(mote_lowering *l, uint32_t extra, const mote_tensor *x, const mote_tensor *w,
                              const mote_tensor *y, uint32_t dimension, mote_scale_form form, mote_requant *q);

#endif
