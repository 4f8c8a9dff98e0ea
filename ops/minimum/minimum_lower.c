/* SPDX-License-Identifier: Apache-2.0 */
#include "minimum.h"

static const mote_op op = {MOTE_BINARY_OP("MINIMUM", 57, 39)};

#define MINIMUM(suffix, element_type, type)                          \
  MOTE_BINARY_RUN(run_##suffix, mote_minimum_##suffix, element_type) \
  MOTE_BINARY_DESCRIPTOR(minimum_##suffix, op, type, type, mote_binary_params, mote_lower_binary, run_##suffix)

MINIMUM(s8, int8_t, MOTE_INT8);
MINIMUM(f32, float, MOTE_FLOAT32);
MINIMUM(s16, int16_t, MOTE_INT16);
MINIMUM(s32, int32_t, MOTE_INT32);
MINIMUM(s64, mote_int64, MOTE_INT64);
MINIMUM(u8, uint8_t, MOTE_UINT8);
