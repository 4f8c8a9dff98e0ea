/* SPDX-License-Identifier: Apache-2.0 */
#include "../common/dot.h"
#include "transpose_walk.h"

MOTE_DEFINE_TRANSPOSE_SUMS(mote_transpose_sums_s8, mote_dot_s8, INT32_MAX, pixel->x_zero_point, int8_t, int8_t, int32_t,
                           int32_t)
