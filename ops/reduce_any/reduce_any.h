/* SPDX-License-Identifier: Apache-2.0 */
/* REDUCE_ANY: true where an element along some dimensions is. */
#ifndef MOTE_OPS_REDUCE_ANY_H
#define MOTE_OPS_REDUCE_ANY_H

#include "../common/reduce.h"

void mote_reduce_any_bool_c(const mote_reduce_params *p, const mote_strided_axis *axes, const uint8_t *x, uint8_t *y);

#define mote_reduce_any_bool mote_reduce_any_bool_c

#endif
