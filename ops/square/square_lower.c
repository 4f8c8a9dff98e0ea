/* SPDX-License-Identifier: Apache-2.0 */
#include "square.h"

static const mote_op op = {MOTE_UNARY_OP("SQUARE", 92, 66)};

MOTE_UNARY_RUN(run_f32, mote_square_f32)

MOTE_UNARY_DESCRIPTOR(square_f32, op, MOTE_FLOAT32, run_f32);
