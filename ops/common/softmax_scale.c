/* SPDX-License-Identifier: Apache-2.0 */
#include "softmax_scale.h"

mote_status mote_lower_softmax_scale(mote_lowering *l, const mote_tensor *x, uint32_t beta_bits,
                                     mote_softmax_scale *scale) {
  enum { INTEGER_BITS = 5, MAX_DIFFERENCE = 256 };
  mote_real product, factor;
  int shift;
  MOTE_CHECK(l, beta_bits != 0 && beta_bits < 0x7F800000u, MOTE_OPTION, x, 0, beta_bits,
             "beta is not a positive number");
  mote_real_from_float(&product, beta_bits);
  mote_scale_of(&factor, x);
  mote_real_mul(&product, &product, &factor);
  product.exponent += 31 - INTEGER_BITS;
  bool fits = mote_real_quantize(&product, &scale->multiplier, &shift);
  MOTE_CHECK(l, shift >= 0 && scale->multiplier != 0, MOTE_QUANTIZATION, x, 0, mote_float_bits(x->scale[0]),
             "the input's scale is too small");
  /* Where it does not fit, the reference takes the largest scale there is, and only the maximum itself counts. */
  int32_t limit = fits ? ((1 << INTEGER_BITS) - 1) << (31 - INTEGER_BITS) >> shift : 0;
  scale->shift = (int16_t)shift;
  scale->diff_min = (int16_t) - (limit < MAX_DIFFERENCE ? limit : MAX_DIFFERENCE);
  return MOTE_OK;
}

mote_status mote_lower_softmax_rows(mote_lowering *l, int32_t max_depth, int32_t *rows, int32_t *depth) {
  mote_tensor x;
  mote_lower_input(l, 0, &x);
  MOTE_CHECK(l, x.shape.rank > 0, MOTE_SHAPE, &x, 1, 0, "the input has no dimension to compute along");
  *depth = x.shape.dims[x.shape.rank - 1];
  MOTE_CHECK(l, *depth > 0 && *depth <= max_depth, MOTE_TOO_LARGE, &x, max_depth, *depth,
             "the last dimension is too large to sum up");
  *rows = (int32_t)mote_shape_count(&x.shape) / *depth;
  l->in_place = 1;
  return MOTE_OK;
}
