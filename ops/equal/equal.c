/* SPDX-License-Identifier: Apache-2.0 */
#include "equal.h"

MOTE_COMPARE_KERNELS(equal, ==)
MOTE_BINARY_KERNEL(mote_equal_bool_c, mote_binary_params, uint8_t, uint8_t, uint8_t, equal_s32)
