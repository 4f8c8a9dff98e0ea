/* SPDX-License-Identifier: Apache-2.0 */
#include "not_equal.h"

MOTE_COMPARE_KERNELS(not_equal, !=)
MOTE_COMPARE_KERNEL(not_equal, bool, uint8_t, !=)
