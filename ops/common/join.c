/* SPDX-License-Identifier: Apache-2.0 */
#include "join.h"

#include <string.h>

void mote_join(const mote_join_params *p, void *const *parts, const uint32_t *bytes, void *whole) {
  uint8_t *to = whole;
  for (uint32_t i = 0; i < p->outer; i++) {
    for (uint32_t k = 0; k < p->count; k++) {
      memcpy(to, (const uint8_t *)parts[k] + i * bytes[k], bytes[k]);
      to += bytes[k];
    }
  }
}

void mote_part(const mote_join_params *p, const void *whole, const uint32_t *bytes, void *const *parts) {
  const uint8_t *from = whole;
  for (uint32_t i = 0; i < p->outer; i++) {
    for (uint32_t k = 0; k < p->count; k++) {
      memcpy((uint8_t *)parts[k] + i * bytes[k], from, bytes[k]);
      from += bytes[k];
    }
  }
}

mote_status mote_lower_axis(mote_lowering *l, int32_t axis, uint32_t rank, uint32_t *index) {
  int32_t positive = axis < 0 ? axis + (int32_t)rank : axis;
  MOTE_CHECK(l, positive >= 0 && positive < (int32_t)rank, MOTE_OPTION, NULL, rank, axis, "the axis is out of range");
  *index = (uint32_t)positive;
  return MOTE_OK;
}

static mote_status lower_pieces(mote_lowering *l, bool of_outputs, uint32_t axis, const mote_tensor *whole,
                                mote_join_params *p) {
  p->outer = mote_shape_product(&whole->shape, 0, axis);
  p->count = of_outputs ? l->output_count : l->input_count;
  uint32_t *bytes = mote_lower_alloc(l, 0, p->count * (uint32_t)sizeof *bytes);
  uint32_t total = 0;
  for (uint32_t k = 0; k < p->count; k++) {
    mote_tensor t;
    if (of_outputs) {
      mote_lower_output(l, k, &t);
    } else {
      mote_lower_input(l, k, &t);
    }
    MOTE_CHECK(l, t.type == whole->type, MOTE_TYPE, &t, whole->type, t.type,
               "all parts must have the type of the whole");
    MOTE_CHECK(l, p->outer > 0 && t.bytes % p->outer == 0, MOTE_SHAPE, &t, p->outer, t.bytes,
               "the part's outer dimensions are not those of the whole");
    total += t.bytes;
    MOTE_CHECK(l, total <= whole->bytes, MOTE_SHAPE, &t, whole->bytes, total, "the parts are larger than the whole");
    if (bytes) {
      bytes[k] = t.bytes / p->outer;
    }
  }
  MOTE_CHECK(l, total == whole->bytes, MOTE_SHAPE, whole, whole->bytes, total, "the parts are smaller than the whole");
  mote_lower_params(l, p);
  return MOTE_OK;
}

mote_status mote_lower_join(mote_lowering *l, uint32_t axis_option) {
  mote_tensor y;
  uint32_t axis = 0; /* GCC does not see that failing is never MOTE_OK */
  mote_join_params p = {.inputs = 0};
  mote_lower_output(l, 0, &y);
  MOTE_TRY(mote_lower_axis(l, l->option[axis_option], y.shape.rank, &axis));
  return lower_pieces(l, false, axis, &y, &p);
}

mote_status mote_lower_part(mote_lowering *l, uint32_t whole, uint32_t axis) {
  mote_tensor x;
  mote_join_params p = {.whole = (uint16_t)whole, .inputs = l->kernel->op->max_inputs};
  mote_lower_input(l, whole, &x);
  return lower_pieces(l, true, axis, &x, &p);
}

mote_status mote_run_join(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_join_params *p = params;
  mote_join(p, io, io[p->count + 1], io[p->count]);
  return MOTE_OK;
}

mote_status mote_run_part(const void *params, void *const *io, mote_instance *instance) {
  (void)instance;
  const mote_join_params *p = params;
  void *const *parts = io + p->inputs;
  mote_part(p, io[p->whole], parts[p->count], parts);
  return MOTE_OK;
}
