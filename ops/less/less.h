/* SPDX-License-Identifier: Apache-2.0 */
/* LESS: y = a < b; see compare.h. */
#ifndef MOTE_OPS_LESS_H
#define MOTE_OPS_LESS_H

#include "../common/compare.h"

MOTE_COMPARE_PROTOTYPES(less)

#endif
