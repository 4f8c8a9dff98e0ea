/* SPDX-License-Identifier: Apache-2.0 */
#include "equal.h"

static const mote_op op = {MOTE_BINARY_OP("EQUAL", 71, 53)};

MOTE_COMPARE_DESCRIPTORS(equal, mote_lower_compare_quantized);
MOTE_COMPARE_DESCRIPTOR(equal, bool, MOTE_BOOL, mote_binary_params, mote_lower_binary);
