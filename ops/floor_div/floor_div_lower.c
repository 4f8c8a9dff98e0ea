/* SPDX-License-Identifier: Apache-2.0 */
#include "floor_div.h"

static const mote_op op = {MOTE_BINARY_OP("FLOOR_DIV", 90, 65)};

#define FLOOR_DIV(suffix, element_type, type)                                               \
  MOTE_CHECKED_RUN(run_##suffix, mote_find_##suffix, mote_floor_div_##suffix, element_type) \
  MOTE_BINARY_DESCRIPTOR(floor_div_##suffix, op, type, type, mote_checked_params, mote_lower_checked, run_##suffix)

FLOOR_DIV(f32, float, MOTE_FLOAT32);
FLOOR_DIV(s8, int8_t, MOTE_INT8);
FLOOR_DIV(s16, int16_t, MOTE_INT16);
FLOOR_DIV(s32, int32_t, MOTE_INT32);
