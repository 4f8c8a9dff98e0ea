/* SPDX-License-Identifier: Apache-2.0 */
#include "sin.h"

#include "../common/math.h"

MOTE_UNARY_KERNEL(mote_sin_f32_c, float, float, mote_sinf)
