/* SPDX-License-Identifier: Apache-2.0 */
#include "equal.h"

MOTE_COMPARE_DESCRIPTORS(equal, "EQUAL", 71, 53)

MOTE_BINARY_RUN(run_bool, mote_equal_bool_c, uint8_t)
MOTE_BINARY_DESCRIPTOR(equal_bool, equal, MOTE_BOOL, MOTE_BOOL, mote_binary_params, mote_lower_binary, run_bool);
