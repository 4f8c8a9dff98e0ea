/* SPDX-License-Identifier: Apache-2.0 */
#include "conv_2d_walk.h"

MOTE_CONV_2D_SPREAD(mote_conv_2d_spread_s8, int8_t, int16_t, (int16_t)c->x_zero_point)
