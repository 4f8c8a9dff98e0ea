/* SPDX-License-Identifier: Apache-2.0 */
/* EXPAND_DIMS: the input's elements with one more dimension, of size one: mote_copy(), or nothing when both share memory. */
#ifndef MOTE_OPS_EXPAND_DIMS_H
#define MOTE_OPS_EXPAND_DIMS_H

#include "../common/copy.h"

#endif
