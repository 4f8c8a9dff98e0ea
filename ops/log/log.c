/* SPDX-License-Identifier: Apache-2.0 */
#include "log.h"

#include "../common/math.h"

MOTE_UNARY_KERNEL(mote_log_f32_c, float, float, mote_logf)
