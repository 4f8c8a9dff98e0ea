/* SPDX-License-Identifier: Apache-2.0 */
/* GREATER: y = a > b; see compare.h. */
#ifndef MOTE_OPS_GREATER_H
#define MOTE_OPS_GREATER_H

#include "../common/compare.h"

MOTE_COMPARE_PROTOTYPES(greater)

#endif
