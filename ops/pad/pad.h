/* SPDX-License-Identifier: Apache-2.0 */
/* PAD: x surrounded by real zeros (the zero point of a quantised output): mote_pad(). */
#ifndef MOTE_OPS_PAD_H
#define MOTE_OPS_PAD_H

#include "../common/pad.h"

#endif
