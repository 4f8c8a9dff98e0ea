/* SPDX-License-Identifier: Apache-2.0 */
#include "less.h"

MOTE_COMPARE_KERNELS(less, <)
