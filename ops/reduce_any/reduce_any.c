/* SPDX-License-Identifier: Apache-2.0 */
#include "reduce_any.h"

#define OR(s, x) ((s) | ((x) != 0))

MOTE_REDUCE_KERNEL(mote_reduce_any_bool_c, mote_reduce_params, uint8_t, uint8_t, uint8_t, 0, OR, MOTE_REDUCE_AS_IT_IS)
