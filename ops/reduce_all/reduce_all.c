/* SPDX-License-Identifier: Apache-2.0 */
#include "reduce_all.h"

#define AND(s, x) ((s) & ((x) != 0))

MOTE_REDUCE_KERNEL(mote_reduce_all_bool_c, mote_reduce_params, uint8_t, uint8_t, uint8_t, 1, AND, MOTE_REDUCE_AS_IT_IS)
