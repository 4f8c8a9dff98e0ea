/* SPDX-License-Identifier: Apache-2.0 */
#include "greater_equal.h"

MOTE_COMPARE_KERNELS(greater_equal, >=)
