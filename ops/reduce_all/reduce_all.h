/* SPDX-License-Identifier: Apache-2.0 */
/* REDUCE_ALL: true where all elements along some dimensions are. */
#ifndef MOTE_OPS_REDUCE_ALL_H
#define MOTE_OPS_REDUCE_ALL_H

#include "../common/reduce.h"

void mote_reduce_all_bool_c(const mote_reduce_params *p, const mote_strided_axis *axes, const uint8_t *x, uint8_t *y);

#define mote_reduce_all_bool mote_reduce_all_bool_c

#endif
