/* SPDX-License-Identifier: Apache-2.0 */
#include "select.h"

mote_status mote_lower_select(mote_lowering *l, const mote_tensor x[MOTE_BROADCAST_INPUTS]) {
  const mote_tensor *a = &x[1], *b = &x[2];
  mote_select_params p;
  mote_tensor y;
  mote_lower_output(l, 0, &y);
  MOTE_CHECK(l, a->type == b->type, MOTE_TYPE, b, a->type, b->type, "the inputs to select from differ in type");
  MOTE_CHECK(l, a->type == y.type, MOTE_TYPE, &y, a->type, y.type, "the output's type is not that of the inputs");
  MOTE_CHECK(l, a->type != MOTE_INT4 && a->type != MOTE_RESOURCE, MOTE_TYPE, a, 0, a->type,
             "elements of this type cannot be selected");
  p.element_bytes = mote_type_bytes(a->type, 1);
  mote_lower_broadcast_of(l, x, &p.shape);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static void row(const void *params, int32_t count, const void *const *x, void *y) {
  mote_select(params, count, x[0], x[1], x[2], y);
}

/* io[]: condition, a, b, y, axes */
mote_status mote_run_select(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_select_params *p = params;
  mote_broadcast_run(params, io, 3, p->element_bytes, row);
  return MOTE_OK;
}
