/* SPDX-License-Identifier: Apache-2.0 */
#include "greater_equal.h"

MOTE_COMPARE_DESCRIPTORS(greater_equal, "GREATER_EQUAL", 62, 45)
