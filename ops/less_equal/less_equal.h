/* SPDX-License-Identifier: Apache-2.0 */
/* LESS_EQUAL: y = a <= b; see compare.h. */
#ifndef MOTE_OPS_LESS_EQUAL_H
#define MOTE_OPS_LESS_EQUAL_H

#include "../common/compare.h"

MOTE_COMPARE_PROTOTYPES(less_equal)

#endif
