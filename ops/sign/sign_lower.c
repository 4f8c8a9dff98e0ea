/* SPDX-License-Identifier: Apache-2.0 */
#include "sign.h"

static const mote_op op = {MOTE_UNARY_OP("SIGN", 158, 123)};

MOTE_UNARY_RUN(run_f32, mote_sign_f32)
MOTE_UNARY_RUN(run_s32, mote_sign_s32)

MOTE_UNARY_DESCRIPTOR(sign_f32, op, MOTE_FLOAT32, run_f32);
MOTE_UNARY_DESCRIPTOR(sign_s32, op, MOTE_INT32, run_s32);
