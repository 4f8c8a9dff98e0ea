/* SPDX-License-Identifier: Apache-2.0 */
/* LOGICAL_NOT: y = not x, bool. */
#ifndef MOTE_OPS_LOGICAL_NOT_H
#define MOTE_OPS_LOGICAL_NOT_H

#include "../common/unary.h"

void mote_logical_not_bool_c(int32_t count, const uint8_t *x, uint8_t *y);

#endif
