/* SPDX-License-Identifier: Apache-2.0 */
#include "not_equal.h"

static const mote_op op = {MOTE_BINARY_OP("NOT_EQUAL", 72, 54)};

MOTE_COMPARE_DESCRIPTORS(not_equal, mote_lower_compare_quantized);
MOTE_COMPARE_DESCRIPTOR(not_equal, bool, MOTE_BOOL, mote_binary_params, mote_lower_binary);
