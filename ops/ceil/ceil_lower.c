/* SPDX-License-Identifier: Apache-2.0 */
#include "ceil.h"

static const mote_op op = {MOTE_UNARY_OP("CEIL", 104, 0)};

MOTE_UNARY_RUN(run_f32, mote_ceil_f32)

MOTE_UNARY_DESCRIPTOR(ceil_f32, op, MOTE_FLOAT32, run_f32);
