/* SPDX-License-Identifier: Apache-2.0 */
#include "maximum.h"

static const mote_op op = {MOTE_BINARY_OP("MAXIMUM", 55, 39)};

#define MAXIMUM(suffix, element_type, type)                          \
  MOTE_BINARY_RUN(run_##suffix, mote_maximum_##suffix, element_type) \
  MOTE_BINARY_DESCRIPTOR(maximum_##suffix, op, type, type, mote_binary_params, mote_lower_binary, run_##suffix)

MAXIMUM(s8, int8_t, MOTE_INT8);
MAXIMUM(f32, float, MOTE_FLOAT32);
MAXIMUM(s16, int16_t, MOTE_INT16);
MAXIMUM(s32, int32_t, MOTE_INT32);
MAXIMUM(s64, mote_int64, MOTE_INT64);
MAXIMUM(u8, uint8_t, MOTE_UINT8);
