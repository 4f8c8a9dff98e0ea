/* SPDX-License-Identifier: Apache-2.0 */
#include "logical_and.h"

static const mote_op op = {MOTE_BINARY_OP("LOGICAL_AND", 86, 62)};

MOTE_BINARY_RUN(run, mote_logical_and, uint8_t)

MOTE_BINARY_DESCRIPTOR(logical_and, op, MOTE_BOOL, MOTE_BOOL, mote_binary_params, mote_lower_binary, run);
