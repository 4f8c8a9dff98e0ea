/* SPDX-License-Identifier: Apache-2.0 */
#include "floor.h"

static const mote_op op = {MOTE_UNARY_OP("FLOOR", 8, 0)};

MOTE_UNARY_RUN(run_f32, mote_floor_f32)

MOTE_UNARY_DESCRIPTOR(floor_f32, op, MOTE_FLOAT32, run_f32);
