/* SPDX-License-Identifier: Apache-2.0 */
#include "not_equal.h"

MOTE_COMPARE_DESCRIPTORS(not_equal, "NOT_EQUAL", 72, 54)

MOTE_BINARY_RUN(run_bool, mote_not_equal_bool_c, uint8_t)
MOTE_BINARY_DESCRIPTOR(not_equal_bool, not_equal, MOTE_BOOL, MOTE_BOOL, mote_binary_params, mote_lower_binary, run_bool);
