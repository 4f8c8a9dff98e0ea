/* SPDX-License-Identifier: Apache-2.0 */
#include "greater.h"

MOTE_COMPARE_KERNELS(greater, >)
