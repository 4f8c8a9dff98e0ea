/* SPDX-License-Identifier: Apache-2.0 */
/*
 * STRIDED_SLICE: x[begin:end:stride, …], as in NumPy, with masks for a missing begin or end, an ellipsis, new axes and
 * axes that a single index removes: mote_strided_copy().
 */
#ifndef MOTE_OPS_STRIDED_SLICE_H
#define MOTE_OPS_STRIDED_SLICE_H

#include "../common/strided.h"

#endif
