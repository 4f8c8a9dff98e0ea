/* SPDX-License-Identifier: Apache-2.0 */
/* EQUAL: y = a == b; see compare.h. */
#ifndef MOTE_OPS_EQUAL_H
#define MOTE_OPS_EQUAL_H

#include "../common/compare.h"

MOTE_COMPARE_PROTOTYPES(equal)
void mote_equal_bool_c(const mote_binary_params *p, int32_t count, const uint8_t *a, const uint8_t *b, uint8_t *y);

#endif
