/* SPDX-License-Identifier: Apache-2.0 */
#include "less_equal.h"

MOTE_COMPARE_DESCRIPTORS(less_equal, "LESS_EQUAL", 63, 46)
