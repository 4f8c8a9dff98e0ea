/* SPDX-License-Identifier: Apache-2.0 */
#include "floor.h"

#include "../common/math.h"

MOTE_UNARY_KERNEL(mote_floor_f32_c, float, float, mote_floorf)
