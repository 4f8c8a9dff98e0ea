/* SPDX-License-Identifier: Apache-2.0 */
/* RESHAPE: the input's elements under another shape: mote_copy(), or nothing when both share memory. */
#ifndef MOTE_OPS_RESHAPE_H
#define MOTE_OPS_RESHAPE_H

#include "../common/copy.h"

#endif
