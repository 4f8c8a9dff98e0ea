/* SPDX-License-Identifier: Apache-2.0 */
#include "hybrid.h"

typedef struct mote_float_range {
  float min, max;
} mote_float_range;

/* The range of x, extended to 0. */
static mote_float_range range_of(const float *x, int32_t count) {
  mote_float_range range = {0.0f, 0.0f};
  for (int32_t i = 0; i < count; i++) {
    range.min = x[i] < range.min ? x[i] : range.min;
    range.max = x[i] > range.max ? x[i] : range.max;
  }
  return range;
}

/* To the nearest integer in [min, 127], halves away from zero; min for a NaN. */
static int8_t round_and_clamp(float value, int32_t min) {
  if (!(value > (float)min)) {
    return (int8_t)min;
  }
  if (value >= 127.0f) {
    return 127;
  }
  int32_t whole = (int32_t)value;
  float rest = value - (float)whole;
  return (int8_t)(whole + (rest >= 0.5f) - (rest <= -0.5f));
}

static void quantize(const float *x, int32_t count, float inverse_scale, int32_t zero_point, int32_t min, int8_t *y) {
  for (int32_t i = 0; i < count; i++) {
    y[i] = round_and_clamp((float)zero_point + x[i] * inverse_scale, min);
  }
}

mote_hybrid_scale mote_quantize_symmetric(const float *x, int32_t count, int8_t *y) {
  mote_float_range range = range_of(x, count);
  float largest = range.max > -range.min ? range.max : -range.min;
  mote_hybrid_scale s = {largest > 0.0f ? largest / 127.0f : 1.0f, 0};
  quantize(x, count, largest > 0.0f ? 127.0f / largest : 1.0f, 0, -127, y);
  return s;
}

mote_hybrid_scale mote_quantize_asymmetric(const float *x, int32_t count, int8_t *y) {
  mote_float_range range = range_of(x, count);
  mote_hybrid_scale s = {1.0f, 0};
  if (range.min < range.max) {
    s.scale = (range.max - range.min) / 255.0f;
    float below = -range.min / s.scale, above = range.max / s.scale; /* the steps on either side of 0 */
    s.zero_point = round_and_clamp(below < above ? -128.0f + below : 127.0f - above, -128);
  }
  quantize(x, count, 1.0f / s.scale, s.zero_point, -128, y);
  return s;
}

mote_status mote_lower_weight_scales(mote_lowering *l, uint32_t extra, const mote_tensor *w, uint32_t dimension) {
  uint32_t count = w->scale_count, size = (uint32_t)w->shape.dims[dimension];
  MOTE_TRY(mote_check_quantized(l, w));
  MOTE_CHECK(l, count == 1 || count == size, MOTE_QUANTIZATION, w, size, count,
             "there must be one scale, or one a channel");
  MOTE_CHECK(l, count == 1 || w->quantized_dimension == (int32_t)dimension, MOTE_QUANTIZATION, w, dimension,
             w->quantized_dimension, "the weights are quantised along the wrong dimension");
  uint32_t *scales = mote_lower_alloc(l, extra, count * 4);
  for (uint32_t i = 0; i < count; i++) {
    MOTE_CHECK(l, mote_zero_point(w, i) == 0, MOTE_QUANTIZATION, w, 0, mote_zero_point(w, i),
               "the weights' zero points must be 0");
    if (scales) {
      scales[i] = mote_float_bits(w->scale[i]);
    }
  }
  return MOTE_OK;
}
