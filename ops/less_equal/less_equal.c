/* SPDX-License-Identifier: Apache-2.0 */
#include "less_equal.h"

MOTE_COMPARE_KERNELS(less_equal, <=)
