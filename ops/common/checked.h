/* SPDX-License-Identifier: Apache-2.0 */
/* Operators that are not defined for every value of their second input: FLOOR_DIV, FLOOR_MOD, POW. */
#ifndef MOTE_OPS_COMMON_CHECKED_H
#define MOTE_OPS_COMMON_CHECKED_H

#include "binary.h"
#include "find.h"

typedef struct mote_checked_params {
  mote_broadcast shape;
  int32_t b_count; /* elements of b */
} mote_checked_params;

mote_status mote_lower_checked(mote_lowering *l);

/* run(): looks at b first, and fails when find(b_count, b, 0) finds what the kernel cannot do. */
#define MOTE_CHECKED_RUN(run, find, kernel, type)                                        \
  MOTE_BINARY_RUN(run##_all, kernel, type)                                               \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) { \
    const mote_checked_params *p = params;                                               \
    return find(p->b_count, io[1], 0) ? MOTE_DATA : run##_all(params, io, instance);     \
  }

#endif
