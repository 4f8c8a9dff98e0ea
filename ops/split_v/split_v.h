/* SPDX-License-Identifier: Apache-2.0 */
/* SPLIT_V: input 0 cut along an axis (constant input 2) into parts of given sizes (constant input 1): mote_part(). */
#ifndef MOTE_OPS_SPLIT_V_H
#define MOTE_OPS_SPLIT_V_H

#include "../common/join.h"

#endif
