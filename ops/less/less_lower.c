/* SPDX-License-Identifier: Apache-2.0 */
#include "less.h"

static const mote_op op = {MOTE_BINARY_OP("LESS", 58, 41)};

MOTE_COMPARE_DESCRIPTORS(less, mote_lower_compare_s16);
