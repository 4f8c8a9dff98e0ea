/* SPDX-License-Identifier: Apache-2.0 */
#include "custom.h"

mote_status mote_check_elements(mote_lowering *l, const mote_tensor *t, mote_type type, uint32_t count) {
  MOTE_CHECK(l, t->type == type, MOTE_TYPE, t, type, t->type, "the operator needs another type here");
  MOTE_CHECK(l, mote_shape_count(&t->shape) == count, MOTE_SHAPE, t, count, mote_shape_count(&t->shape),
             "the operator needs another number of elements here");
  return MOTE_OK;
}
