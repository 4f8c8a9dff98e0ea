/* SPDX-License-Identifier: Apache-2.0 */
#include "logical_or.h"

static const mote_op logical_or = {MOTE_BINARY_OP("LOGICAL_OR", 84, 60)};

MOTE_BINARY_RUN(run, mote_logical_or_bool_c, uint8_t)
MOTE_BINARY_DESCRIPTOR(logical_or, logical_or, MOTE_BOOL, MOTE_BOOL, mote_binary_params, mote_lower_binary, run);
