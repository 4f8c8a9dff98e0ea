/* SPDX-License-Identifier: Apache-2.0 */
/* SELECT and SELECT_V2: each element from input 1 where the condition, input 0, holds, from input 2 elsewhere. */
#ifndef MOTE_OPS_COMMON_CHOOSE_H
#define MOTE_OPS_COMMON_CHOOSE_H

#include "broadcast.h"

typedef struct mote_choose_params {
  mote_broadcast shape;
  int32_t element_bytes;
} mote_choose_params;

/* One run. The condition's elements are bytes. */
void mote_choose(const mote_choose_params *p, int32_t count, const uint8_t *condition, const uint8_t *a,
                 const uint8_t *b, uint8_t *y);

/* lower() of operators whose three inputs broadcast, and run(): io[]: condition, a, b, y, axes. */
mote_status mote_lower_choose(mote_lowering *l);
mote_status mote_run_choose(const void *params, void *const *io, mote_instance *instance);

#endif
