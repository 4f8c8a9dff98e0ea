/* SPDX-License-Identifier: Apache-2.0 */
#include "greater.h"

static const mote_op op = {MOTE_BINARY_OP("GREATER", 61, 44)};

MOTE_COMPARE_DESCRIPTORS(greater, mote_lower_compare_s16);
