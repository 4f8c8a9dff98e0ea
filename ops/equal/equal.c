/* SPDX-License-Identifier: Apache-2.0 */
#include "equal.h"

MOTE_COMPARE_KERNELS(equal, ==)
MOTE_COMPARE_KERNEL(equal, bool, uint8_t, ==)
