/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tables of a function from quantised input to quantised output, computed by lower(), with the entries of TFLite's
 * LUTPopulate (tensorflow/lite/kernels/internal/common.h): float arithmetic in the same order, rounded half away from
 * zero. The entries are TFLite's as far as `function` gives the float that the C library's would.
 */
#ifndef MOTE_OPS_COMMON_LUT_H
#define MOTE_OPS_COMMON_LUT_H

#include <stdint.h>

typedef float mote_float_function(float x);

enum { MOTE_LUT_S8_COUNT = 256, MOTE_LUT_S16_COUNT = 513 };

/* table[(uint8_t)x]: function(input_scale * (x - input_zero_point)), quantised and clamped to -128 to 127. */
void mote_lut_fill_s8(float input_scale, int32_t input_zero_point, float output_scale, int32_t output_zero_point,
                      mote_float_function *function, int8_t table[MOTE_LUT_S8_COUNT]);

/*
 * Samples at every 128th input, from -32768 to 32768, for linear interpolation between them; each is moved by half the
 * interpolation's error in the middle of its interval.
 */
void mote_lut_fill_s16(float input_scale, int32_t input_zero_point, float output_scale, int32_t output_zero_point,
                       mote_float_function *function, int16_t table[MOTE_LUT_S16_COUNT]);

static inline int16_t mote_lut_s16(const int16_t table[MOTE_LUT_S16_COUNT], int16_t x) {
  uint32_t position = (uint32_t)(x + 32768);
  int32_t base = table[position >> 7];
  int32_t slope = (int16_t)(table[(position >> 7) + 1] - base);
  return (int16_t)(base + ((slope * (int32_t)(position & 127) + 64) >> 7));
}

#endif
