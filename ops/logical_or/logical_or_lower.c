/* SPDX-License-Identifier: Apache-2.0 */
#include "logical_or.h"

static const mote_op op = {MOTE_BINARY_OP("LOGICAL_OR", 84, 60)};

MOTE_BINARY_RUN(run, mote_logical_or, uint8_t)

MOTE_BINARY_DESCRIPTOR(logical_or, op, MOTE_BOOL, MOTE_BOOL, mote_binary_params, mote_lower_binary, run);
