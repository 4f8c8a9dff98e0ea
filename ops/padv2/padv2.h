/* SPDX-License-Identifier: Apache-2.0 */
/* PADV2: x surrounded by the value of input 2, which has the type and the scale of x: mote_pad(). */
#ifndef MOTE_OPS_PADV2_H
#define MOTE_OPS_PADV2_H

#include "../common/pad.h"

#endif
