/* SPDX-License-Identifier: Apache-2.0 */
#include "quantize.h"

#include "../common/convert.h"

/* The division, not a multiplication by the reciprocal, as in the reference: some quotients are ties. */
#define QUANTIZE_KERNEL(kernel, y_type, min, max)                                                \
  void kernel(const mote_quantize_params *p, int32_t count, const float *x, y_type *y) {         \
    const mote_quantize_params q = *p;                                                           \
    for (int32_t i = 0; i < count; i++) {                                                        \
      int32_t steps = mote_float_round_to_s32(x[i] / q.scale);                                   \
      y[i] = (y_type)(mote_clamp(steps, min - q.zero_point, max - q.zero_point) + q.zero_point); \
    }                                                                                            \
  }

QUANTIZE_KERNEL(mote_quantize_f32_s8_c, int8_t, INT8_MIN, INT8_MAX)
QUANTIZE_KERNEL(mote_quantize_f32_u8_c, uint8_t, 0, UINT8_MAX)
QUANTIZE_KERNEL(mote_quantize_f32_s16_c, int16_t, INT16_MIN, INT16_MAX)
