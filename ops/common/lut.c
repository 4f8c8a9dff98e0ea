/* SPDX-License-Identifier: Apache-2.0 */
#include "lut.h"

#include <float.h>

#include "math.h"

/* `x` is a whole number; not a number gives the minimum. */
static int32_t clamp_to_int(float x, float min, float max) {
  if (!(x > min)) {
    return (int32_t)min;
  }
  return x > max ? (int32_t)max : (int32_t)x;
}

void mote_lut_fill_s8(float input_scale, int32_t input_zero_point, float output_scale, int32_t output_zero_point,
                      mote_float_function *function, int8_t table[MOTE_LUT_S8_COUNT]) {
  float inverse_scale = 1 / output_scale;
  for (int32_t x = INT8_MIN; x <= INT8_MAX; x++) {
    float y = function(input_scale * (float)(x - input_zero_point));
    float rounded = mote_roundf(y * inverse_scale) + (float)output_zero_point;
    table[(uint8_t)x] = (int8_t)clamp_to_int(rounded, INT8_MIN, INT8_MAX);
  }
}

/* Where the function has no finite value the output is at an end of its range, as in TFLite's LOG and RSQRT. */
static float value_at(mote_float_function *function, float x, float min, float max) {
  float y = function(x);
  if (!(y >= -FLT_MAX)) { /* not a number, too */
    return min;
  }
  return y > FLT_MAX ? max : y;
}

void mote_lut_fill_s16(float input_scale, int32_t input_zero_point, float output_scale, int32_t output_zero_point,
                       mote_float_function *function, int16_t table[MOTE_LUT_S16_COUNT]) {
  enum { STEPS = MOTE_LUT_S16_COUNT - 1 };
  float input_min = input_scale * (float)(INT16_MIN - input_zero_point);
  float input_max = input_scale * (float)(INT16_MAX - input_zero_point);
  float output_min = output_scale * (float)(INT16_MIN - output_zero_point);
  float output_max = output_scale * (float)(INT16_MAX - output_zero_point);
  float inverse_scale = 65536.0f / (output_max - output_min);
  float step = (input_max - input_min) / STEPS;
  float half_step = step / 2;
  for (int32_t i = 0; i < STEPS; i++) {
    float x = input_min + (float)i * step;
    float next = value_at(function, input_min + (float)(i + 1) * step, output_min, output_max) * inverse_scale;
    float sample = mote_roundf(value_at(function, x, output_min, output_max) * inverse_scale);
    float middle = mote_roundf(value_at(function, x + half_step, output_min, output_max) * inverse_scale);
    float interpolated = mote_roundf((next + sample) / 2);
    float bias = mote_roundf((interpolated - middle) / 2);
    table[i] = (int16_t)clamp_to_int(sample - bias, INT16_MIN, INT16_MAX);
  }
  float last = mote_roundf(value_at(function, input_max, output_min, output_max) * inverse_scale);
  table[STEPS] = (int16_t)clamp_to_int(last, INT16_MIN, INT16_MAX);
}
