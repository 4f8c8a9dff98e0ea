/* SPDX-License-Identifier: Apache-2.0 */
#include "logical_not.h"

static const mote_op op = {MOTE_UNARY_OP("LOGICAL_NOT", 87, 63)};

MOTE_UNARY_RUN(run, mote_logical_not)

MOTE_UNARY_DESCRIPTOR(logical_not, op, MOTE_BOOL, run);
