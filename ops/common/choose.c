/* SPDX-License-Identifier: Apache-2.0 */
#include "choose.h"

#include <string.h>

void mote_choose(const mote_choose_params *p, int32_t count, const uint8_t *condition, const uint8_t *a,
                 const uint8_t *b, uint8_t *y) {
  const int32_t bytes = p->element_bytes;
  const int32_t a_step = p->shape.step[1] * bytes, b_step = p->shape.step[2] * bytes;
  for (int32_t i = 0; i < count; i++) {
    const uint8_t *from = *condition ? a : b;
    if (bytes == 1) {
      *y = *from;
    } else if (bytes == 4) {
      __builtin_memcpy(y, from, 4);
    } else {
      memmove(y, from, (size_t)bytes); /* y may stand in place of a or b */
    }
    condition += p->shape.step[0];
    a += a_step;
    b += b_step;
    y += bytes;
  }
}

mote_status mote_lower_choose(mote_lowering *l) {
  mote_tensor condition, a, b, y;
  mote_lower_input(l, 0, &condition);
  mote_lower_input(l, 1, &a);
  mote_lower_input(l, 2, &b);
  mote_lower_output(l, 0, &y);
  MOTE_CHECK(l, a.type == b.type && a.type == y.type && a.type != MOTE_INT4, MOTE_TYPE, &b, a.type, b.type,
             "both inputs and the output must have the same type");
  mote_choose_params p;
  mote_lower_broadcast(l, &p.shape);
  l->in_place &= ~1u; /* the condition's elements are read after those before them are written */
  p.element_bytes = (int32_t)mote_type_bytes(y.type, 1);
  mote_lower_params(l, &p);
  return MOTE_OK;
}

static void choose_row(const void *params, int32_t count, const void *const *x, void *y) {
  mote_choose(params, count, x[0], x[1], x[2], y);
}

mote_status mote_run_choose(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_choose_params *p = params;
  mote_broadcast_run(params, io, 3, (uint32_t)p->element_bytes, choose_row);
  return MOTE_OK;
}
