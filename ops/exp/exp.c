/* SPDX-License-Identifier: Apache-2.0 */
#include "exp.h"

#include "../common/math.h"

MOTE_UNARY_KERNEL(mote_exp_f32_c, float, float, mote_expf)
