/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/lookup.h"
#include "../common/math.h"
#include "log.h"

static const mote_op op = {MOTE_UNARY_OP("LOG", 73, 0)};

MOTE_UNARY_RUN(run_f32, mote_log_f32)

MOTE_UNARY_DESCRIPTOR(log_f32, op, MOTE_FLOAT32, run_f32);
MOTE_LOOKUP_DESCRIPTORS(log, mote_logf);
