/* SPDX-License-Identifier: Apache-2.0 */
/* LOGICAL_AND: y = a and b; all are 0 or 1, the inputs broadcast. */
#ifndef MOTE_OPS_LOGICAL_AND_H
#define MOTE_OPS_LOGICAL_AND_H

#include "../common/binary.h"

void mote_logical_and_c(const mote_binary_params *p, int32_t count, const uint8_t *a, const uint8_t *b, uint8_t *y);

#define mote_logical_and mote_logical_and_c

#endif
