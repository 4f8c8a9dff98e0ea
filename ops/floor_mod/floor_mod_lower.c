/* SPDX-License-Identifier: Apache-2.0 */
#include "floor_mod.h"

static const mote_op op = {MOTE_BINARY_OP("FLOOR_MOD", 95, 72)};

MOTE_BINARY_RUN(run_f32, mote_floor_mod_f32, float)

MOTE_BINARY_DESCRIPTOR(floor_mod_f32, op, MOTE_FLOAT32, MOTE_FLOAT32, mote_binary_params, mote_lower_binary, run_f32);

#define FLOOR_MOD(suffix, element_type, type)                                               \
  MOTE_CHECKED_RUN(run_##suffix, mote_find_##suffix, mote_floor_mod_##suffix, element_type) \
  MOTE_BINARY_DESCRIPTOR(floor_mod_##suffix, op, type, type, mote_checked_params, mote_lower_checked, run_##suffix)

FLOOR_MOD(s8, int8_t, MOTE_INT8);
FLOOR_MOD(s16, int16_t, MOTE_INT16);
FLOOR_MOD(s32, int32_t, MOTE_INT32);
FLOOR_MOD(s64, mote_int64, MOTE_INT64);
