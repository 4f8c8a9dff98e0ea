/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/lookup.h"
#include "../common/math.h"
#include "exp.h"

static const mote_op op = {MOTE_UNARY_OP("EXP", 47, 33)};

MOTE_UNARY_RUN(run_f32, mote_exp_f32)

MOTE_UNARY_DESCRIPTOR(exp_f32, op, MOTE_FLOAT32, run_f32);
MOTE_LOOKUP_DESCRIPTORS(exp, mote_expf);
