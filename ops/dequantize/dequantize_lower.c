/* SPDX-License-Identifier: Apache-2.0 */
#include "dequantize.h"

static const mote_op op = {MOTE_UNARY_OP("DEQUANTIZE", 6, 38)};

static mote_status lower(mote_lowering *l) {
  mote_dequantize_params p = {1, 1, 0};
  mote_tensor x;
  mote_lower_input(l, 0, &x);
  MOTE_TRY(mote_check_quantized(l, &x));
  p.inner = (int32_t)mote_shape_count(&x.shape);
  if (x.scale_count > 1) {
    uint32_t d = (uint32_t)x.quantized_dimension;
    MOTE_CHECK(l, d < x.shape.rank && x.scale_count == (uint32_t)x.shape.dims[d], MOTE_QUANTIZATION, &x,
               d < x.shape.rank ? x.shape.dims[d] : 0, x.scale_count, "there must be one scale, or one a channel");
    p.outer = (int32_t)mote_shape_product(&x.shape, 0, d);
    p.channels = x.shape.dims[d];
    p.inner = (int32_t)mote_shape_product(&x.shape, d + 1, x.shape.rank);
  }
  mote_dequantize_scale *scales = mote_lower_alloc(l, 0, x.scale_count * (uint32_t)sizeof *scales);
  for (uint32_t i = 0; scales && i < x.scale_count; i++) {
    scales[i].scale = x.scale[i];
    scales[i].zero_point = mote_zero_point(&x, i);
  }
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* io[]: x, y, scales */
#define DEQUANTIZE(suffix, x_type)                                                                                     \
  static mote_status run_##suffix(const void *params, void *const *io, mote_instance *instance) {                      \
    (void)instance;                                                                                                    \
    mote_dequantize_##suffix(params, io[0], io[2], io[1]);                                                             \
    return MOTE_OK;                                                                                                    \
  }                                                                                                                    \
  MOTE_KERNEL(dequantize_##suffix, op, MOTE_TYPES(x_type, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32), mote_dequantize_params, \
              1, lower, run_##suffix)

DEQUANTIZE(s8, MOTE_INT8);
DEQUANTIZE(u8, MOTE_UINT8);
DEQUANTIZE(s16, MOTE_INT16);
DEQUANTIZE(s4, MOTE_INT4);

MOTE_UNARY_RUN(run_f16, mote_dequantize_f16)

MOTE_KERNEL(dequantize_f16, op, MOTE_TYPES(MOTE_FLOAT16, MOTE_NONE, MOTE_NONE, MOTE_FLOAT32), mote_unary_params, 0,
            mote_lower_unary, run_f16);
