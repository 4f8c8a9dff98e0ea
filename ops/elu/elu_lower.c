/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/lookup.h"
#include "../common/math.h"
#include "elu.h"

static const mote_op op = {MOTE_UNARY_OP("ELU", 111, 0)};

/* For the tables the reference subtracts in float. */
static float elu(float x) {
  return x < 0.0f ? mote_expf(x) - 1.0f : x;
}

MOTE_UNARY_RUN(run_f32, mote_elu_f32)

MOTE_UNARY_DESCRIPTOR(elu_f32, op, MOTE_FLOAT32, run_f32);
MOTE_LOOKUP_DESCRIPTORS(elu, elu);
