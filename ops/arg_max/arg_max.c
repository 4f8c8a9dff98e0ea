/* SPDX-License-Identifier: Apache-2.0 */
#include "arg_max.h"

MOTE_ARG_KERNEL(mote_arg_max_s8_c, int8_t, >)
MOTE_ARG_KERNEL(mote_arg_max_f32_c, float, >)
MOTE_ARG_KERNEL(mote_arg_max_s16_c, int16_t, >)
MOTE_ARG_KERNEL(mote_arg_max_s32_c, int32_t, >)
