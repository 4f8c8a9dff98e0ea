/* SPDX-License-Identifier: Apache-2.0 */
/* UNPACK: the slices of the input along an axis, without that axis: mote_part(). */
#ifndef MOTE_OPS_UNPACK_H
#define MOTE_OPS_UNPACK_H

#include "../common/join.h"

#endif
