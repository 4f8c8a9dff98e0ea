/* SPDX-License-Identifier: Apache-2.0 */
#include "dequantize.h"

#include "../common/convert.h"

/* `element` is an expression of x and i. */
#define DEQUANTIZE_KERNEL(kernel, x_type, element)                                                               \
  void kernel(const mote_dequantize_params *p, const x_type *x, const mote_dequantize_scale *scales, float *y) { \
    const mote_dequantize_params q = *p;                                                                         \
    int32_t i = 0;                                                                                               \
    for (int32_t o = 0; o < q.outer; o++) {                                                                      \
      for (int32_t c = 0; c < q.channels; c++) {                                                                 \
        const mote_dequantize_scale s = scales[c];                                                               \
        for (int32_t end = i + q.inner; i < end; i++) {                                                          \
          y[i] = s.scale * (float)((element)-s.zero_point);                                                      \
        }                                                                                                        \
      }                                                                                                          \
    }                                                                                                            \
  }

DEQUANTIZE_KERNEL(mote_dequantize_s8_c, int8_t, x[i])
DEQUANTIZE_KERNEL(mote_dequantize_u8_c, uint8_t, x[i])
DEQUANTIZE_KERNEL(mote_dequantize_s16_c, int16_t, x[i])
DEQUANTIZE_KERNEL(mote_dequantize_s4_c, uint8_t, ((x[i >> 1] >> (i & 1) * 4 & 15) ^ 8) - 8)

MOTE_UNARY_KERNEL(mote_dequantize_f16_c, uint16_t, float, mote_half_to_float)
