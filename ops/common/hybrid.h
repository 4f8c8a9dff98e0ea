/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Float inputs of operators with int8 weights ("dynamic range"), quantised at run time as TFLite does
 * (tensorflow/lite/kernels/internal/reference/portable_tensor_utils.cc), but in float where TFLite computes the scale in
 * double: an input next to a rounding boundary may come out one step away.
 */
#ifndef MOTE_OPS_COMMON_HYBRID_H
#define MOTE_OPS_COMMON_HYBRID_H

#include "lowering.h"

/* x[i] = scale * (y[i] - zero_point) */
typedef struct mote_hybrid_scale {
  float scale;
  int32_t zero_point;
} mote_hybrid_scale;

/* From -127 to 127, zero point 0. */
mote_hybrid_scale mote_quantize_symmetric(const float *x, int32_t count, int8_t *y);
/* From -128 to 127, so that the range of x, extended to 0, fits exactly. */
mote_hybrid_scale mote_quantize_asymmetric(const float *x, int32_t count, int8_t *y);

/* The scales of the weights, one for all or one for each element of `dimension`, as extra operand `extra`. */
mote_status mote_lower_weight_scales(mote_lowering *l, uint32_t extra, const mote_tensor *w, uint32_t dimension);

#endif
