/* SPDX-License-Identifier: Apache-2.0 */
#include "depthwise_sums.h"

#define VALUE(x) ((x)-x_zero_point)

MOTE_DEFINE_DEPTHWISE_SUMS(s8, int8_t, int8_t, int32_t, VALUE)
