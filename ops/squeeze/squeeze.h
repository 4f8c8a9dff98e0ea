/* SPDX-License-Identifier: Apache-2.0 */
/* SQUEEZE: the input's elements without dimensions of size one: mote_copy(), or nothing when both share memory. */
#ifndef MOTE_OPS_SQUEEZE_H
#define MOTE_OPS_SQUEEZE_H

#include "../common/copy.h"

#endif
