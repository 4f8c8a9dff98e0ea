/* SPDX-License-Identifier: Apache-2.0 */
#include "cos.h"

#include "../common/math.h"

MOTE_UNARY_KERNEL(mote_cos_f32_c, float, float, mote_cosf)
