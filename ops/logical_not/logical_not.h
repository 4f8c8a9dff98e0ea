/* SPDX-License-Identifier: Apache-2.0 */
/* LOGICAL_NOT: y = not x; both are 0 or 1. */
#ifndef MOTE_OPS_LOGICAL_NOT_H
#define MOTE_OPS_LOGICAL_NOT_H

#include "../common/unary.h"

void mote_logical_not_c(int32_t count, const uint8_t *x, uint8_t *y);

#define mote_logical_not mote_logical_not_c

#endif
