/* SPDX-License-Identifier: Apache-2.0 */
#include "sqrt.h"

#include "../common/math.h"

MOTE_UNARY_KERNEL(mote_sqrt_f32_c, float, float, mote_sqrtf)
