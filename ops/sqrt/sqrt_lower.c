/* SPDX-License-Identifier: Apache-2.0 */
#include "sqrt.h"

static const mote_op op = {MOTE_UNARY_OP("SQRT", 75, 0)};

MOTE_UNARY_RUN(run_f32, mote_sqrt_f32)

MOTE_UNARY_DESCRIPTOR(sqrt_f32, op, MOTE_FLOAT32, run_f32);
