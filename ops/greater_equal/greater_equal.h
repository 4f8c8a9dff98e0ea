/* SPDX-License-Identifier: Apache-2.0 */
/* GREATER_EQUAL: y = a >= b; see compare.h. */
#ifndef MOTE_OPS_GREATER_EQUAL_H
#define MOTE_OPS_GREATER_EQUAL_H

#include "../common/compare.h"

MOTE_COMPARE_PROTOTYPES(greater_equal)

#endif
