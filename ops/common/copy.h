/* SPDX-License-Identifier: Apache-2.0 */
/* The operators whose output is one of their inputs, byte for byte. */
#ifndef MOTE_OPS_COMMON_COPY_H
#define MOTE_OPS_COMMON_COPY_H

#include "lowering.h"

typedef struct mote_copy_params {
  uint32_t bytes;
} mote_copy_params;

/* Moves `bytes`, unless both are the same place. */
void mote_copy(const mote_copy_params *p, const void *x, void *y);

/* lower() of an operator whose output 0 is input 0 in another shape. */
mote_status mote_lower_view(mote_lowering *l);

#endif
