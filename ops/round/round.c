/* SPDX-License-Identifier: Apache-2.0 */
#include "round.h"

#include "../common/math.h"

MOTE_UNARY_KERNEL(mote_round_f32_c, float, float, mote_rintf)
