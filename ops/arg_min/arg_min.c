/* SPDX-License-Identifier: Apache-2.0 */
#include "arg_min.h"

MOTE_ARG_KERNEL(mote_arg_min_s8_c, int8_t, <)
MOTE_ARG_KERNEL(mote_arg_min_f32_c, float, <)
MOTE_ARG_KERNEL(mote_arg_min_s16_c, int16_t, <)
MOTE_ARG_KERNEL(mote_arg_min_s32_c, int32_t, <)
