/* SPDX-License-Identifier: Apache-2.0 */
/* PACK: the inputs, all of one shape, along a new axis: mote_join(). */
#ifndef MOTE_OPS_PACK_H
#define MOTE_OPS_PACK_H

#include "../common/join.h"

#endif
