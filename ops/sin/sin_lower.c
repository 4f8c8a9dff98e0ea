/* SPDX-License-Identifier: Apache-2.0 */
#include "sin.h"

static const mote_op op = {MOTE_UNARY_OP("SIN", 66, 0)};

MOTE_UNARY_RUN(run_f32, mote_sin_f32)

MOTE_UNARY_DESCRIPTOR(sin_f32, op, MOTE_FLOAT32, run_f32);
