/* SPDX-License-Identifier: Apache-2.0 */
#include "less_equal.h"

static const mote_op op = {MOTE_BINARY_OP("LESS_EQUAL", 63, 46)};

MOTE_COMPARE_DESCRIPTORS(less_equal, mote_lower_compare_s16);
