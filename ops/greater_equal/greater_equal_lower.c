/* SPDX-License-Identifier: Apache-2.0 */
#include "greater_equal.h"

static const mote_op op = {MOTE_BINARY_OP("GREATER_EQUAL", 62, 45)};

MOTE_COMPARE_DESCRIPTORS(greater_equal, mote_lower_compare_s16);
