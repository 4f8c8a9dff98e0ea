/* SPDX-License-Identifier: Apache-2.0 */
#include "lowering.h"

#include "../../runtime/real.h"
#include "load.h"

uint32_t mote_shape_product(const mote_shape *shape, uint32_t first, uint32_t end) {
  uint32_t product = 1;
  for (uint32_t i = first; i < end; i++) {
    product *= (uint32_t)shape->dims[i];
  }
  return product;
}

uint32_t mote_shape_count(const mote_shape *shape) {
  return mote_shape_product(shape, 0, shape->rank);
}

bool mote_shape_equal(const mote_shape *a, const mote_shape *b) {
  bool equal = a->rank == b->rank;
  for (uint32_t i = 0; equal && i < a->rank; i++) {
    equal = a->dims[i] == b->dims[i];
  }
  return equal;
}

mote_status mote_infer_same(mote_lowering *l, uint32_t output, mote_shape *shape) {
  (void)output;
  mote_tensor x;
  mote_lower_input(l, 0, &x);
  *shape = x.shape;
  return MOTE_OK;
}

int32_t mote_constant_int(const mote_tensor *t, uint32_t i) {
  const uint8_t *data = t->data;
  return t->type == MOTE_INT64 ? (int32_t)mote_load64(data + 8 * i) : (int32_t)mote_load32(data + 4 * i);
}

/* --- Quantisation ------------------------------------------------------------------------------------------------- */

static bool scale_is_usable(float scale) {
  uint32_t bits = mote_float_bits(scale);
  return bits != 0 && bits < 0x7F800000u; /* positive, finite */
}

static void zero_point_range(mote_type type, int32_t *min, int32_t *max) {
  *min = type == MOTE_INT8 ? INT8_MIN : type == MOTE_INT16 ? INT16_MIN : 0;
  *max = type == MOTE_INT8 ? INT8_MAX : type == MOTE_INT16 ? INT16_MAX : type == MOTE_UINT8 ? UINT8_MAX : 0;
}

mote_status mote_check_quantized(mote_lowering *l, const mote_tensor *t) {
  int32_t min, max;
  zero_point_range(t->type, &min, &max);
  MOTE_CHECK(l, t->scale_count > 0, MOTE_QUANTIZATION, t, 1, 0, "the tensor has no scale");
  for (uint32_t i = 0; i < t->scale_count; i++) {
    int32_t zero_point = mote_zero_point(t, i);
    MOTE_CHECK(l, scale_is_usable(t->scale[i]), MOTE_QUANTIZATION, t, 0, mote_float_bits(t->scale[i]),
               "a scale is not a positive number");
    MOTE_CHECK(l, zero_point >= min && zero_point <= max, MOTE_QUANTIZATION, t, max, zero_point,
               "a zero point is out of its type's range");
  }
  return MOTE_OK;
}

mote_status mote_check_per_tensor(mote_lowering *l, const mote_tensor *t) {
  MOTE_CHECK(l, t->scale_count == 1, MOTE_QUANTIZATION, t, 1, t->scale_count, "the tensor needs one scale");
  return mote_check_quantized(l, t);
}

/* round(value / scale) + zero_point, the division rounded to float. */
static int32_t quantize_bound(const mote_tensor *t, float value) {
  mote_real v, scale;
  mote_real_from_float(&v, mote_float_bits(value));
  mote_real_from_float(&scale, mote_float_bits(t->scale[0]));
  mote_real_div(&v, &v, &scale);
  mote_real_round_to_float(&v);
  int32_t steps = mote_real_round(&v);
  return mote_clamp(steps, INT16_MIN * 4, INT16_MAX * 4) + t->zero_point;
}

void mote_float_activation(int32_t activation, float *min, float *max) {
  const float largest = mote_float_from_bits(0x7F7FFFFFu); /* TFLite makes an infinite result finite, so we do too */
  *min = activation == MOTE_ACT_NONE ? -largest : activation == MOTE_ACT_RELU_N1_TO_1 ? -1.0f : 0.0f;
  *max = activation == MOTE_ACT_RELU6 ? 6.0f : activation == MOTE_ACT_RELU_N1_TO_1 ? 1.0f : largest;
}

mote_status mote_lower_activation(mote_lowering *l, const mote_tensor *y, int32_t activation, mote_requant *q) {
  int32_t min, max;
  zero_point_range(y->type, &min, &max);
  MOTE_TRY(mote_check_per_tensor(l, y));
  int32_t low = min, high = max;
  if (activation == MOTE_ACT_RELU || activation == MOTE_ACT_RELU6) {
    low = y->zero_point;
  }
  if (activation == MOTE_ACT_RELU6) {
    high = quantize_bound(y, 6.0f);
  }
  if (activation == MOTE_ACT_RELU_N1_TO_1) {
    low = quantize_bound(y, -1.0f);
    high = quantize_bound(y, 1.0f);
  }
  q->y_offset = (int16_t)y->zero_point;
  q->min = (int16_t)mote_clamp(low, min, max);
  q->max = (int16_t)mote_clamp(high, min, max);
  return MOTE_OK;
}

/* --- Scales ------------------------------------------------------------------------------------------------------- */

static bool effective_scale(const mote_tensor *x, float w_scale, const mote_tensor *y, mote_scale_form form,
                            int32_t *multiplier, int *shift) {
  mote_real product, factor;
  mote_real_from_float(&product, mote_float_bits(x->scale[0]));
  mote_real_from_float(&factor, mote_float_bits(w_scale));
  mote_real_mul(&product, &product, &factor);
  if (form & MOTE_PRODUCT_FLOAT) {
    mote_real_round_to_float(&product);
  }
  mote_real_from_float(&factor, mote_float_bits(y->scale[0]));
  mote_real_div(&product, &product, &factor);
  return mote_real_quantize(&product, multiplier, shift);
}

mote_status mote_lower_scales(mote_lowering *l, uint32_t extra, const mote_tensor *x, const mote_tensor *w,
                              const mote_tensor *y, uint32_t dimension, mote_scale_form form, mote_requant *q) {
  MOTE_TRY(mote_check_per_tensor(l, x));
  MOTE_TRY(mote_check_per_tensor(l, y));
  MOTE_TRY(mote_check_quantized(l, w));
  uint32_t count = w->scale_count;
  if (count > 1) {
    MOTE_CHECK(l, count == (uint32_t)w->shape.dims[dimension], MOTE_QUANTIZATION, w, w->shape.dims[dimension], count,
               "there must be one scale, or one a channel");
    MOTE_CHECK(l, w->quantized_dimension == (int32_t)dimension, MOTE_QUANTIZATION, w, dimension, w->quantized_dimension,
               "the weights are quantised along the wrong dimension");
  }
  const int max_shift = form & MOTE_WIDE ? 7 : 30;
  int32_t *multipliers = mote_lower_alloc(l, extra, count * 5);
  for (uint32_t i = 0; i < count; i++) {
    int32_t multiplier;
    int shift;
    MOTE_CHECK(l, effective_scale(x, w->scale[i], y, form, &multiplier, &shift) && shift <= max_shift,
               MOTE_QUANTIZATION, w, max_shift, shift, "the input's and weights' scale is too large for the output's");
    if (multipliers) {
      multipliers[i] = multiplier;
      ((int8_t *)(multipliers + count))[i] = (int8_t)shift;
    }
  }
  q->per_channel = count > 1;
  return MOTE_OK;
}
