/* SPDX-License-Identifier: Apache-2.0 */
/* TRANSPOSE: dimension d of y is dimension permutation[d] of x: mote_strided_copy(). */
#ifndef MOTE_OPS_TRANSPOSE_H
#define MOTE_OPS_TRANSPOSE_H

#include "../common/strided.h"

#endif
