/* SPDX-License-Identifier: Apache-2.0 */
/* BROADCAST_ARGS: the shape to which tensors of the shapes a and b broadcast. */
#ifndef MOTE_OPS_BROADCAST_ARGS_H
#define MOTE_OPS_BROADCAST_ARGS_H

#include "mote/kernel.h"

typedef struct mote_broadcast_args_params {
  int32_t a_count, b_count;
  int32_t words; /* of an element: 1 for int32, 2 for int64 */
} mote_broadcast_args_params;

/* y: as many elements as the longer input. MOTE_DATA when the shapes do not broadcast. */
mote_status mote_broadcast_args_c(const mote_broadcast_args_params *p, const int32_t *a, const int32_t *b, int32_t *y);

#define mote_broadcast_args mote_broadcast_args_c

#endif
