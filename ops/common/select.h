/* SPDX-License-Identifier: Apache-2.0 */
/* SELECT and SELECT_V2: y = a where the condition is not 0, b elsewhere. Elements are moved, whatever they mean. */
#ifndef MOTE_OPS_COMMON_SELECT_H
#define MOTE_OPS_COMMON_SELECT_H

#include "broadcast.h"

typedef struct mote_select_params {
  mote_broadcast shape;
  uint32_t element_bytes; /* 1, 2, 4 or 8 */
} mote_select_params;

void mote_select_c(const mote_select_params *p, int32_t count, const uint8_t *condition, const void *a, const void *b,
                   void *y);

#define mote_select mote_select_c

/* What lower() of both operators ends with, and their run(). `x` are the inputs, with the shapes they are to have. */
mote_status mote_lower_select(mote_lowering *l, const mote_tensor x[MOTE_BROADCAST_INPUTS]);
mote_status mote_run_select(const void *params, void *const *io, mote_instance *instance);

#endif
