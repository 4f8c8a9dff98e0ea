/* SPDX-License-Identifier: Apache-2.0 */
/* SPLIT: input 1 cut into equal parts along the axis that the constant input 0 names: mote_part(). */
#ifndef MOTE_OPS_SPLIT_H
#define MOTE_OPS_SPLIT_H

#include "../common/join.h"

#endif
