/* SPDX-License-Identifier: Apache-2.0 */
#include "not_equal.h"

MOTE_COMPARE_KERNELS(not_equal, !=)
MOTE_BINARY_KERNEL(mote_not_equal_bool_c, mote_binary_params, uint8_t, uint8_t, uint8_t, not_equal_s32)
