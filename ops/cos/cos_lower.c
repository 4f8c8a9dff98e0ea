/* SPDX-License-Identifier: Apache-2.0 */
#include "cos.h"

static const mote_op op = {MOTE_UNARY_OP("COS", 108, 84)};

MOTE_UNARY_RUN(run_f32, mote_cos_f32)

MOTE_UNARY_DESCRIPTOR(cos_f32, op, MOTE_FLOAT32, run_f32);
