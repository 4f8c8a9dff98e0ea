/* SPDX-License-Identifier: Apache-2.0 */
/* SHAPE: the dimensions of the input as a vector of int32 or int64. Known when the model is loaded: run() copies them. */
#ifndef MOTE_OPS_SHAPE_H
#define MOTE_OPS_SHAPE_H

#include "../common/copy.h"

#endif
