/* SPDX-License-Identifier: Apache-2.0 */
#include "ceil.h"

#include "../common/math.h"

MOTE_UNARY_KERNEL(mote_ceil_f32_c, float, float, mote_ceilf)
