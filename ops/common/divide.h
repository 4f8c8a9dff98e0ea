/* SPDX-License-Identifier: Apache-2.0 */
/* What FLOOR_DIV and FLOOR_MOD have in common: the divisors are looked at first. */
#ifndef MOTE_OPS_COMMON_DIVIDE_H
#define MOTE_OPS_COMMON_DIVIDE_H

#include "binary.h"
#include "find.h"

typedef struct mote_divide_params {
  mote_broadcast shape;
  int32_t b_count; /* elements of b */
} mote_divide_params;

static inline mote_status mote_lower_divide(mote_lowering *l) {
  mote_divide_params p;
  mote_tensor b;
  mote_lower_input(l, 1, &b);
  p.b_count = (int32_t)mote_shape_count(&b.shape);
  mote_lower_broadcast(l, &p.shape);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

/* run(): fails when find() finds a 0 among the divisors. */
#define MOTE_DIVIDE_RUN(run, find, kernel, type)                                                                       \
  MOTE_BINARY_RUN(run##_all, kernel, type)                                                                             \
  static mote_status run(const void *params, void *const *io, mote_instance *instance) {                               \
    const mote_divide_params *p = params;                                                                              \
    return find(p->b_count, io[1], 0) ? MOTE_DATA : run##_all(params, io, instance);                                   \
  }

#endif
