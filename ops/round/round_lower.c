/* SPDX-License-Identifier: Apache-2.0 */
#include "round.h"

static const mote_op op = {MOTE_UNARY_OP("ROUND", 116, 0)};

MOTE_UNARY_RUN(run_f32, mote_round_f32)

MOTE_UNARY_DESCRIPTOR(round_f32, op, MOTE_FLOAT32, run_f32);
